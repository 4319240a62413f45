"""Files: an editor's file as text, its place in the book, and what keeps it from being read."""

import hashlib
from pathlib import Path

from press.findings import Place, Report

_REASONS: tuple[tuple[type[OSError], str, str], ...] = (
    (FileNotFoundError, "the file is missing", "write it, or look whether it has another name"),
    (IsADirectoryError, "a folder stands where a file is expected", "give the folder another name"),
    (NotADirectoryError, "a file stands where a folder is expected", "name the folder of the book"),
    (PermissionError, "the file may not be read", "mend the rights of the file and of its folder"),
    (OSError, "", "look at the file and at its folder"),
)


def display_name(path: Path, content: Path) -> str:
    """The file as findings name it: from the content folder's parent, `content/people.yaml`."""
    return (Path(content.absolute().name) / path.relative_to(content)).as_posix()


def is_within(path: Path, content: Path) -> bool:
    """Whether a path leads nowhere but into the content folder."""
    return path.is_relative_to(content) and ".." not in path.relative_to(content).parts


def may_be_file(path: Path) -> bool:
    """Whether a file is there, or may be: a folder without rights does not say."""
    try:
        return path.is_file()
    except OSError:
        return True


def read_text(path: Path, name: str, report: Report) -> str | None:
    """The text of a file in UTF-8, without a byte order mark; None when it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason, hint = next((reason, hint) for kind, reason, hint in _REASONS if isinstance(error, kind))
        report.add("Y-01", Place(name), reason or error.strerror or "the file cannot be read", hint)
        return None
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        report.add("Y-02", _place_of_byte(content, error.start, name),
                   f"the byte {content[error.start]:#04x} is not UTF-8", "save the file as UTF-8")
        return None


def digest_of(path: Path) -> str:
    """The SHA-256 of a file; empty where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return ""


def _place_of_byte(content: bytes, at: int, name: str) -> Place:
    start = content.rfind(b"\n", 0, at) + 1
    column = len(content[start:at].decode("utf-8").removeprefix("\ufeff"))
    return Place(name, content.count(b"\n", 0, at) + 1, column + 1)
