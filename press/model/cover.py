"""Cover: the words that a book's outside carries, as its title file gives them."""

from press.model.dates import Date
from press.model.records import Text
from press.model.source import Record


class Strip(Record):
    """A line of years, from the first to the last, with one mark on it."""

    first: int
    last: int
    mark: Date


class Cover(Record):
    """What stands on the cover beside the title: `lines` of the title, its subtitle there, the text of the back."""

    lines: tuple[Text, ...] = ()
    subtitle: str = ""
    spine: str = ""
    text: tuple[Text, ...] = ()
    years: Strip | None = None
