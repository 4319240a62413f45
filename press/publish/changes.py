"""Changes: what differs from the previous edition as JSON, for programs and for the web.

A wording has both versions in pieces, `[words, differs]`, which joined are the version.
"""

import json
from typing import Any

from press.model.book import Book
from press.model.changes import Change

NAME = "changes.json"


def changes_file(book: Book) -> bytes:
    """The changes of a book since its previous edition."""
    assert book.before is not None  # asked of an edition that follows another
    written = {
        "edition": book.edition.id, "since": book.before.edition, "count": len(book.changes),
        "changes": [_written(change) for change in book.changes],
    }
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def _written(change: Change) -> dict[str, Any]:
    """A change with what it has; a person who was taken out is not named."""
    if change.is_unnamed:
        return {"kind": change.item.kind.value, "sorts": [sort.value for sort in change.sorts],
                "reason": change.reason}
    whole: dict[str, Any] = {
        "item": str(change.item), "kind": change.item.kind.value, "id": change.item.id, "label": change.label,
        "sorts": [sort.value for sort in change.sorts], "reason": change.reason,
        "wording": [{"key": one.key, "was": list(map(list, one.beside[0])), "is": list(map(list, one.beside[1]))}
                    for one in change.readings],
        "sources-added": list(change.sources_added), "sources-dropped": list(change.sources_dropped),
        "follows": [_written(one) for one in change.follows],
    }
    return {key: value for key, value in whole.items() if value}
