"""Source index: where every source of the book is cited.

After the index locorum: sources by kind and then by party of origin, each with its
full form, what the editors saw of it, and every place where it is cited, by the
passage that was cited.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from press.cite.forms import bibliography_form, filing_key
from press.cite.register import Cited
from press.compose.typeset import set_inlines
from press.model.inline import Inline
from press.model.locator import Locator, Mention, fold
from press.model.pages import PageMap
from press.model.source import Source, Verification

KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Reports and official papers", frozenset({"report", "document", "pamphlet", "speech", "collection"})),
    ("Acts of parliaments and governments", frozenset({"legislation", "bill", "regulation", "treaty"})),
    ("Court records", frozenset({"legal_case", "hearing"})),
    ("Interviews, letters and testimony", frozenset({"interview", "personal_communication", "manuscript"})),
    ("Newspapers and magazines", frozenset({"article-newspaper", "article-magazine"})),
    ("Books and studies",
     frozenset({"book", "chapter", "article-journal", "article", "thesis", "paper-conference"})),
    ("Reference works", frozenset({"entry-encyclopedia", "entry-dictionary", "entry", "dataset", "map"})),
    ("Films and broadcasts", frozenset({"motion_picture", "broadcast", "song"})),
    ("Web pages", frozenset({"webpage", "post", "post-weblog"})),
)
SEEN = {
    Verification.TEXT_CONSULTED: "text consulted",
    Verification.CITED_BY: "seen only as cited by others",
    Verification.NAMED_ONLY: "named only",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a source and where it is cited; `text` is empty for the source as a whole."""

    text: str
    locators: tuple[Locator, ...]
    via: bool = False


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source: its full form, what was seen of it, and its passages."""

    key: str
    form: tuple[Inline, ...]
    seen: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The sources of one kind and one party of origin."""

    kind: str
    party: str
    entries: tuple[SourceEntry, ...]


def source_index(cited: Iterable[Cited], sources: Mapping[str, Source],
                 found: PageMap) -> tuple[SourceGroup, ...]:
    """Every source once, in its group."""
    by_key: dict[str, list[Cited]] = defaultdict(list)
    for citation in cited:
        by_key[citation.key].append(citation)
    groups: dict[tuple[int, str], list[Source]] = defaultdict(list)
    for source in sources.values():
        groups[kind_number(source), party(source)].append(source)
    return tuple(
        SourceGroup(kind_name(kind), origin, tuple(_entries(members, by_key, found)))
        for (kind, origin), members in sorted(groups.items()))


def party(source: Source) -> str:
    """The party of origin as printed: `azerbaijani-media` is Azerbaijani media."""
    words = source.provenance_class.replace("-", " ").replace(" ngo", " organizations")
    return words[:1].upper() + words[1:]


def kind_number(source: Source) -> int:
    """The place of a source's kind among the kinds; what is of none comes last."""
    return next((i for i, (_, types) in enumerate(KINDS) if source.type in types), len(KINDS))


def kind_name(number: int) -> str:
    """The heading of a kind."""
    return KINDS[number][0] if number < len(KINDS) else "Other sources"


def _entries(sources: list[Source], by_key: Mapping[str, Sequence[Cited]],
             found: PageMap) -> list[SourceEntry]:
    return [
        SourceEntry(source.id, set_inlines(bibliography_form(source)), SEEN[source.verification],
                    _passages(by_key.get(source.id, ()), found))
        for source in sorted(sources, key=filing_key)]


def _passages(cited: Sequence[Cited], found: PageMap) -> tuple[Passage, ...]:
    """The passages in the order of the source where it numbers them: the whole first, pages by number."""
    grouped: dict[tuple[str, bool], list[Cited]] = defaultdict(list)
    for citation in cited:
        grouped[citation.locator, citation.via].append(citation)
    return tuple(
        Passage(locator, fold(
            Mention(folio, citation.note, target=citation.note_id)
            for citation in members for folio in found.folios.get(citation.note_id, ())[:1]), via)
        for (locator, via), members in sorted(grouped.items(), key=lambda item: _order(item[0])))


def _order(passage: tuple[str, bool]) -> tuple[bool, bool, str, int, str]:
    """Numbers sort as numbers, after the words that lead them."""
    locator, via = passage
    digits = "".join(c if c.isdigit() else " " for c in locator).split()
    words = locator.rstrip("0123456789–-, ")
    return via, bool(locator), words, int(digits[0]) if digits else 0, locator
