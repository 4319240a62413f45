"""Corpus: a book of any size as an editor of the press would have written it.

    python3 benchmarks/corpus.py FOLDER --pages 100 [--edit] [--seed 7]

Writes a whole `content/` into FOLDER, with notes, index marks, cross-references,
tables and figures.  The same seed writes the same book; `--edit` writes it with one
sentence more in its middle chapter.  `build.py --content FOLDER` makes it.
"""

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import corpus_parts as parts
from corpus_book import make_book
from corpus_text import SEED

EDITION = """id: 1st
statement: First edition
date: 2024-05-01
state-of-knowledge: 2024-04-30
imprint: The Press
identifier: urn:uuid:00000000-0000-4000-8000-000000000002
corrections-to: nobody.
trim: a5
formats: [screen]
"""
# A book without evidence: every register is there, and empty.
REGISTERS = {"chronology": "events", "claims": "claims", "estimates": "estimates", "films": "films",
             "gazetteer": "places", "glossary": "names-of-the-event: []\nterms", "index": "cross-references",
             "memorials": "memorials", "organizations": "organizations", "people": "people",
             "positions": "positions", "recognition": "acts", "sources/none": "sources"}


def write(book: parts.Corpus, folder: Path) -> None:
    """The content folder of a book; of what stands in it under the same names, what differs is written over."""
    chapters = [f"body/{number:03d}.md" for number in range(1, len(book.chapters) + 1)]
    files = {"book.yaml": _frame(book, chapters), "editions/1st.yaml": EDITION,
             "front/title.md": f"{_opening('title-page', book.title)}\n{book.author}\n",
             "front/contents.md": _opening("contents", "Contents", "contents"),
             "back/index.md": _opening("general-index", "Index", "general-index"),
             **{f"{name}.yaml": f"{records}: []\n" for name, records in REGISTERS.items()}}
    counts = {parts.Table: 0, parts.Figure: 0}
    for name, chapter in zip(chapters, book.chapters, strict=True):
        files[name] = _chapter(chapter, book, counts)
    for number in range(1, counts[parts.Figure] + 1):
        files[f"pictures/{parts.Figure('', '', number).file}"] = drawing(number)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text:
            (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _frame(book: parts.Corpus, chapters: Iterable[str]) -> str:
    listed = "".join(f"  - {name}\n" for name in chapters)
    return (f"title: {book.title}\nsubtitle: A Corpus\nrunning-head: {book.title}\n"
            "description: A neutral book without a meaning, made to be timed.\n"
            f"names:\n  en: {book.title}\nlanguage: en\n"
            f"editors:\n  - literal: {book.author}\n"
            "licence: CC0-1.0\nrights: Nobody keeps any rights in this text.\n"
            f"front:\n  - front/title.md\n  - front/contents.md\nbody:\n{listed}back:\n  - back/index.md\n")


def _opening(name: str, title: str, template: str = "") -> str:
    return f"---\nid: {name}\ntitle: {title}\n" + (f"template: {template}\n" if template else "") + "---\n"


def _chapter(chapter: parts.Chapter, book: parts.Corpus, counts: dict[type, int]) -> str:
    return _opening(chapter.id, chapter.title) + "\n" + "\n\n".join(
        _block(block, book, counts) for block in chapter.blocks) + "\n"


def _block(block: parts.Block, book: parts.Corpus, counts: dict[type, int]) -> str:
    match block:
        case parts.Paragraph(words, extract):
            return "> " * extract + words_of(words, book)
        case parts.Heading(2, name, text):
            return f"## {book.numbers[name]} {text} {{#{name}}}"
        case parts.Heading(_, name, text):
            return f"### {text} {{#{name}}}"
        case parts.Items(items):
            return "\n".join(f"- {item}" for item in items)
        case parts.Table(name, caption, head, rows):
            counts[parts.Table] += 1
            return f"*Table {counts[parts.Table]}. {caption}*\n{{: #{name} }}\n\n{ruled((head, *rows))}"
        case parts.Figure(name, caption, _):
            counts[parts.Figure] += 1
            return (f"![{caption}](pictures/{block.file})\n\n"
                    f"*Figure {counts[parts.Figure]}. {caption}*\n{{: #{name} }}")


def ruled(rows: Sequence[Sequence[str]]) -> str:
    """A table of five columns, the last three numbers, between upright strokes."""
    lines = (rows[0], (":--", ":--", "--:", "--:", "--:"), *rows[1:])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def words_of(words: Iterable[parts.Inline], book: parts.Corpus) -> str:
    """Words in the house's marks; an index mark takes the word before it, and before a note."""
    made: list[str] = []
    for part in words:
        match part:
            case str():
                made.append(part)
            case parts.Styled(text, bold):
                made.append(f"**{text}**" if bold else f"*{text}*")
            case parts.Note(inner):
                made.append(f"^[{words_of(inner, book)}]")
            case parts.Reference(name):
                made.append(f"[Section {book.numbers[name]}](#{name})")
            case parts.PageReference(name):
                made.append(f"[##](#{name})")
            case parts.IndexMark(term):
                at = len(made) - 2 if made[-1].startswith("^[") else len(made) - 1
                made[at] = _marked(made[at], term)
    return "".join(made)


def _marked(words: str, term: str) -> str:
    """Words whose last one stands under a heading of the index, beside those that it stands under already."""
    if words.endswith('"}'):
        return f'{words[:-2]}; {term}"}}'
    before, space, last = words.rpartition(" ")
    return f'{before}{space}[{last}]{{ix="{term}"}}'


def drawing(number: int) -> str:
    """A drawing of bars and a line, as SVG."""
    chance = random.Random(1000 + number)  # noqa: S311 - a picture, no secret
    made = ['<svg xmlns="http://www.w3.org/2000/svg" width="300" height="180" viewBox="0 0 300 180">',
            '<rect x="0.5" y="0.5" width="299" height="179" fill="#f7f4ee" stroke="#888"/>']
    for bar in range(12):
        height = chance.randint(15, 150)
        colour = "".join(f"{chance.randint(low, high):02x}" for low, high in ((40, 160), (60, 160), (90, 200)))
        made.append(f'<rect x="{14 + bar * 23}" y="{165 - height}" width="16" height="{height}" fill="#{colour}"/>')
    points = " ".join(f"{22 + bar * 23},{chance.randint(20, 150)}" for bar in range(12))
    made.append(f'<polyline points="{points}" fill="none" stroke="#a03020" stroke-width="1.5"/>')
    made += [f'<path d="M8 {40 + line * 32} H292" stroke="#bbb" stroke-width="0.4" stroke-dasharray="3 2"/>'
             for line in range(4)]
    return "\n".join([*made, '<circle cx="240" cy="30" r="12" fill="none" stroke="#205080" stroke-width="2"/></svg>'])


def main() -> None:
    """Write the corpus that is asked for, and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--edit", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED)
    order = parser.parse_args()
    book = make_book(order.pages, edit=order.edit, seed=order.seed)
    write(book, order.folder)
    print(json.dumps({"chapters": len(book.chapters), "notes": book.count(parts.Note),
                      "marks": book.count(parts.IndexMark), "terms": len(book.terms)}))


if __name__ == "__main__":
    main()
