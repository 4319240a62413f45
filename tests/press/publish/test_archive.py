"""Archive: the sources of an edition in one file, the same bytes every time, which any tar can unpack."""

import hashlib
import lzma
import shutil
import subprocess
from pathlib import Path

import pytest

from press.desk.unpacking import checked
from press.publish import archive
from press.publish.archive import LIST, digest, gather, listing, pack
from tests.books.making import LIGHTHOUSE, ROOT


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return gather(ROOT, LIGHTHOUSE, "1st")


def test_everything_that_makes_the_book_is_gathered(files):
    assert {"build.py", "pyproject.toml", "requirements.lock", "REUSE.toml", "press/publish/archive.py",
            "templates/section.html", "styles/page.css", "styles/fonts/EBGaramond-Regular.ttf", "LICENSES/MIT.txt",
            "content/book.yaml", "content/sources/books.yaml"} <= files.keys()
    assert list(files) == sorted(files)


def test_what_is_hidden_compiled_or_a_backup_is_not_gathered(tmp_path):
    content = shutil.copytree(LIGHTHOUSE, tmp_path / "book")
    before = gather(ROOT, content, "1st")
    for name in (".DS_Store", "book.yaml~", "body/.01.md.swp", ".git/config", "__pycache__/a.pyc"):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("stray", encoding="utf-8")

    assert gather(ROOT, content, "1st") == before


def test_what_records_an_edition_is_a_source_of_the_next_and_not_of_itself(tmp_path):
    content = shutil.copytree(LIGHTHOUSE, tmp_path / "book")
    before = gather(ROOT, content, "1st")
    for name in ("1st.manifest.json", "1st.record.json"):
        (content / "editions" / name).write_text("{}", encoding="utf-8")

    assert gather(ROOT, content, "1st") == before
    assert gather(ROOT, content, "2nd").keys() - before.keys() == {
        "content/editions/1st.manifest.json", "content/editions/1st.record.json"}


def test_the_archive_is_the_same_with_and_without_cache_and_holds_every_file(files, tmp_path):
    small = {name: content for name, content in files.items() if not name.endswith(".ttf")}
    packed = pack(small, None)

    assert pack(small, tmp_path) == packed
    assert pack(small, tmp_path) == packed
    assert len(list(tmp_path.iterdir())) == 3
    assert checked(packed) == small


def test_the_press_is_packed_once_for_all_books_and_content_for_its_own(files, tmp_path, monkeypatch):
    packed: list[set[str]] = []
    as_it_is, blocks = pack(files, None), archive._blocks
    monkeypatch.setattr(archive, "_blocks", lambda group: packed.append(set(group)) or blocks(group))
    archive.pack_press(ROOT, tmp_path)
    of_press = set().union(*packed)
    packed.clear()

    assert pack(files, None, tmp_path) == as_it_is
    assert packed == [files.keys() - of_press | {LIST}]
    assert {name.split("/")[0] for name in files.keys() - of_press} == {"content"}


@pytest.mark.parametrize("damage", ["cut short", "shut off"])
def test_where_the_press_cannot_be_kept_the_archive_is_the_same(tmp_path, damage):
    files = {"press/x.py": b"pass\n" * 99, "styles/fonts/f.ttf": bytes(999), "content/a.md": b"It rained.\n"}
    packed, own = pack(files, None), tmp_path / "own"
    if damage == "cut short":
        pack(files, None, own)
        for kept in own.glob("*/*"):
            kept.write_bytes(kept.read_bytes()[:-1])
    else:
        own.write_text("a file where a folder is expected", encoding="utf-8")

    assert pack(files, tmp_path / "cache", own) == pack(files, tmp_path / "cache", own) == packed


def test_what_was_packed_for_earlier_presses_goes(tmp_path):
    for number in range(archive.STREAMS + 3):
        pack({"press/x.py": b"%d" % number}, None, tmp_path)

    assert len(list((tmp_path / "press").iterdir())) == archive.STREAMS


def test_a_damaged_stream_in_the_cache_is_made_anew(tmp_path):
    files = {"content/a.md": b"It rained.\n"}
    packed = pack(files, tmp_path)
    for kept in tmp_path.iterdir():
        kept.write_bytes(kept.read_bytes()[:-1] + b"x")

    assert pack(files, tmp_path) == packed


def test_tar_and_sha256sum_read_what_the_press_wrote(tmp_path):
    files = {"content/a b.md": b"It rained.\n", "press/x.py": b"", "content/" + "long/" * 30 + "наме.md": b"yes",
             "styles/fonts/f.ttf": bytes(3000)}
    (tmp_path / "s.tar.xz").write_bytes(pack(files, None))
    (tmp_path / "out").mkdir()
    subprocess.run(["tar", "-xJf", str(tmp_path / "s.tar.xz"), "-C", str(tmp_path / "out")], check=True)
    said = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", LIST], cwd=tmp_path / "out", check=False)

    assert said.returncode == 0
    assert {path.relative_to(tmp_path / "out").as_posix() for path in Path(tmp_path / "out").rglob("*")
            if path.is_file()} == {*files, LIST}
    assert {path.stat().st_mtime for path in (tmp_path / "out").rglob("*") if path.is_file()} == {315532800}


def test_the_name_of_the_sources_is_that_of_their_list_in_any_order():
    files = {"b": b"2", "a": b"1"}

    assert listing(files).decode() == "".join(
        f"{hashlib.sha256(text).hexdigest()}  {name}\n" for name, text in (("a", b"1"), ("b", b"2")))
    assert digest(files) == digest({"a": b"1", "b": b"2"}) != digest({"a": b"1", "b": b"3"})


def test_a_stream_that_was_packed_in_another_way_is_made_anew(tmp_path, monkeypatch):
    small = {"content/book.yaml": b"title: A book\n" * 99}
    with monkeypatch.context() as before:
        before.setattr(archive, "QUICK", ({"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 4096},))
        earlier = pack(small, tmp_path)

    assert pack(small, tmp_path) == pack(small, None) != earlier
