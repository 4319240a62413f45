"""Unpacking: an archive that is not what the press wrote is refused, and nothing is written."""

import hashlib
import io
import lzma
import tarfile
from pathlib import Path

import pytest
from pikepdf import AttachedFileSpec, Dictionary, Name, Pdf

from press.desk import unpacking
from press.desk.unpacking import Unfit, checked, sources_in
from press.findings import Report
from press.publish.archive import LIST, pack

FILES = {"build.py": b"print()\n", "content/book.yaml": b"title: x\n"}


def member(name: str, **what: object) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    for key, value in what.items():
        setattr(made, key, value)
    return made


def archive(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """An archive of any members, with a list that names those that are files."""
    told = "".join(f"{hashlib.sha256(content).hexdigest()}  {one.name}\n" for one, content in members)
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for one, content in ((tarfile.TarInfo(LIST), told.encode()), *members):
            one.size = len(content) if one.isreg() else 0
            tar.addfile(one, io.BytesIO(content))
    return lzma.compress(made.getvalue())


def pdf(path: Path, packed: bytes, name: str = "1st-sources.tar.xz") -> Path:
    with Pdf.new() as made:
        made.add_blank_page()
        made.attachments[name] = AttachedFileSpec(made, packed, filename=name)
        made.save(path)
    return path


def test_what_the_press_packed_is_unpacked(tmp_path):
    report = Report()

    assert sources_in(pdf(tmp_path / "a.pdf", pack(FILES, None)), report) == ("1st", FILES)
    assert report.findings == []


@pytest.mark.parametrize("name", [
    "../evil.py", "/etc/evil", "content/../../evil", "a//b", "./a", "a/", "C:evil", "a\\b", "a\x01b", ".git/config",
    ".GIT/hooks/x", ".venv/bin/python", "content/.. ", "con./x"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name):
    with pytest.raises(Unfit, match=r"leads out of the folder|damaged|does not name"):
        checked(archive((member(name), b"x")))


@pytest.mark.parametrize("what", [
    {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"}, {"type": tarfile.LNKTYPE, "linkname": "build.py"},
    {"type": tarfile.CHRTYPE}, {"type": tarfile.FIFOTYPE}, {"type": tarfile.DIRTYPE}])
def test_what_is_no_plain_file_is_refused(what):
    with pytest.raises(Unfit, match="no plain file"):
        checked(archive((member("press/x", **what), b"")))


def test_a_file_that_stands_twice_or_is_a_folder_too_is_refused():
    with pytest.raises(Unfit, match="there twice"):
        checked(archive((member("a"), b"x"), (member("A"), b"y")))
    with pytest.raises(Unfit, match="a is a file and a folder"):
        checked(archive((member("a"), b"x"), (member("a/b"), b"y")))


def test_a_file_that_was_changed_left_out_or_added_is_refused():
    packed = lzma.decompress(pack({"content/a.md": b"It rained.\n"}, None))
    with pytest.raises(Unfit, match=r"content/a\.md is not as its list has it"):
        checked(lzma.compress(packed.replace(b"It rained.", b"It snowed.")))
    with pytest.raises(Unfit, match="does not name the files"):
        checked(lzma.compress(packed.replace(b"  content/a.md", b"  content/b.md")))


def test_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    bomb = lzma.compress(bytes(3_000_000))
    monkeypatch.setattr(unpacking, "TOTAL", 1_000_000)
    with pytest.raises(Unfit, match="it holds more than"):
        checked(bomb)
    monkeypatch.setattr(unpacking, "TOTAL", 10_000_000)
    monkeypatch.setattr(unpacking, "MANY", 2)
    with pytest.raises(Unfit, match="more than 2 files"):
        checked(archive(*((member(f"f{at}"), b"") for at in range(3))))
    monkeypatch.setattr(unpacking, "LARGEST", 2**20)
    with pytest.raises(Unfit, match="a file over 1 MiB"):
        checked(archive((member("f"), bytes(2**20 + 1))))


@pytest.mark.parametrize("spoil", [
    lambda packed: b"", lambda packed: b"not xz at all", lambda packed: packed[:-9], lambda packed: packed + b"more",
    lambda packed: packed[:40] + b"\0\0\0\0" + packed[44:]])
def test_a_damaged_archive_is_refused(spoil):
    with pytest.raises(Unfit):
        checked(spoil(pack(FILES, None)))


@pytest.mark.parametrize(("content", "rule", "told"), [
    (None, "F-05", "cannot be read"), (b"", "F-05", "no PDF"), (b"%PDF-1.7\nrubbish", "F-05", "no PDF"),
    (b"PK\x03\x04", "F-05", "no PDF")])
def test_a_file_that_is_no_book_is_told(content, rule, told, tmp_path):
    file = tmp_path / "a.pdf"
    if content is not None:
        file.write_bytes(content)
    report = Report()

    assert sources_in(file, report) is None
    assert [(finding.rule, told in finding.message) for finding in report.findings] == [(rule, True)]


def test_a_pdf_without_sources_and_one_with_spoilt_ones_are_told(tmp_path):
    report = Report()
    assert sources_in(pdf(tmp_path / "a.pdf", b"[]", "sources.json"), report) is None
    assert sources_in(pdf(tmp_path / "b.pdf", pack(FILES, None)[:-20]), report) is None
    assert sources_in(pdf(tmp_path / "c.pdf", b"x", "../../1st-sources.tar.xz"), report) is None

    assert [(finding.rule, finding.place.file) for finding in report.findings] == [
        ("F-05", "a.pdf"), ("F-06", "b.pdf"), ("F-05", "c.pdf")]
    assert "the file carries no sources" in report.findings[0].message


def test_an_attached_file_that_inflates_without_end_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "TOTAL", 1_000_000)
    with Pdf.new() as made:
        made.add_blank_page()
        stream = made.make_stream(bytes(5_000_000), Type=Name.EmbeddedFile)
        spec = Dictionary(Type=Name.Filespec, F="1st-sources.tar.xz", UF="1st-sources.tar.xz", EF=Dictionary(F=stream))
        made.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=["1st-sources.tar.xz", made.make_indirect(spec)]))
        made.save(tmp_path / "a.pdf", compress_streams=True)
    report = Report()

    assert sources_in(tmp_path / "a.pdf", report) is None
    assert [finding.rule for finding in report.findings] == ["F-06"]
    assert "holds more than" in report.findings[0].message
