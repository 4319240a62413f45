"""Files: an editor's file as text, its place in the book, and what keeps it from being read."""

from pathlib import Path

from press.findings import Place, Report

_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "the file is missing"),
    (IsADirectoryError, "a folder stands where a file is expected"),
    (PermissionError, "the file may not be read"),
)


def display_name(path: Path, content: Path) -> str:
    """The file as findings name it: from the content folder's parent, `content/people.yaml`."""
    return (Path(content.absolute().name) / path.relative_to(content)).as_posix()


def read_text(path: Path, name: str, report: Report) -> str | None:
    """The text of a file in UTF-8, without a byte order mark; None when it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = next((words for kind, words in _REASONS if isinstance(error, kind)), error.strerror)
        report.add("Y-01", Place(name), reason or "the file cannot be read")
        return None
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        report.add("Y-02", _place_of_byte(content, error.start, name),
                   f"the byte {content[error.start]:#04x} is not UTF-8", "save the file as UTF-8")
        return None


def _place_of_byte(content: bytes, at: int, name: str) -> Place:
    start = content.rfind(b"\n", 0, at) + 1
    column = len(content[start:at].decode("utf-8").removeprefix("\ufeff"))
    return Place(name, content.count(b"\n", 0, at) + 1, column + 1)
