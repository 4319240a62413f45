"""Peer books: the corpus as other engines read it, on the same page, in the same face and sizes.

A5 with the margins of the house's trim, 11 on 14 points, notes 9 on 11.2, the faces
of `styles/fonts`; cross-references print their page, the index its pages.
"""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from corpus_text import (
    Block,
    Corpus,
    Figure,
    Heading,
    IndexMark,
    Inline,
    Items,
    Note,
    PageReference,
    Paragraph,
    Reference,
    Styled,
    Table,
)

FONTS = Path(__file__).resolve().parent.parent / "styles" / "fonts"

TYPST = """#set page(width: 148mm, height: 210mm, margin: (inside: 54pt, outside: 65pt, top: 58pt, bottom: 75pt),
  header: context { set text(9.5pt, style: "italic"); let p = here().page()
    let hs = query(selector(heading.where(level: 1)).before(here()))
    if hs.len() > 0 { if calc.odd(p) { align(right, hs.last().body) } else { align(left, [TITLE]) } } },
  numbering: "1")
#set text(font: "EB Garamond", size: 11pt, lang: "en", hyphenate: true, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: 3pt, spacing: 3pt, first-line-indent: 14pt)
#set heading(numbering: "1.1")
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => { pagebreak(weak: true, to: "odd"); v(56pt); text(20pt, it); v(28pt) }
#show heading.where(level: 2): it => { set text(12pt); v(14pt); it; v(4pt) }
#show heading.where(level: 3): it => { set text(11.5pt, style: "italic"); v(8pt); block(it.body) }
#show footnote.entry: set text(9pt)
#show footnote.entry: set par(leading: 2.2pt)
#show figure.where(kind: table): set figure.caption(position: top)
#let ix(t) = [#metadata(t)<ix>]
#let makeindex() = context {
  let d = (:)
  for m in query(<ix>) {
    let p = counter(page).at(m.location()).first(); let l = d.at(m.value, default: ())
    if not l.contains(p) { l.push(p) }
    d.insert(m.value, l) }
  set text(9pt); set par(justify: false, first-line-indent: 0pt, hanging-indent: 14pt, leading: 2.2pt)
  columns(2, for k in d.keys().sorted(key: lower) [#k, #d.at(k).map(str).join(", ")\\ ])
}
#let pref(l) = context link(l, str(counter(page).at(l).first()))
"""

STYLES = """@font-face { font-family: Text; src: url(FONTS/EBGaramond-Regular.ttf) }
@font-face { font-family: Text; src: url(FONTS/EBGaramond-Italic.ttf); font-style: italic }
@font-face { font-family: Text; src: url(FONTS/EBGaramond-SemiBold.ttf); font-weight: bold }
@page { size: 148mm 210mm; font: italic 9.5pt Text; @footnote { margin-top: 7pt; padding-bottom: .1px } }
@page :left { margin: 58pt 54pt 75pt 65pt; @top-left { content: counter(page) } @top-right { content: "TITLE" } }
@page :right { margin: 58pt 65pt 75pt 54pt; @top-right { content: counter(page) } @top-left { content: string(c) } }
html { font: 11pt/14pt Text; text-align: justify; hyphens: auto; orphans: 2; widows: 2 }
body, p, h1, h2, h3, figure, table, ul, blockquote { margin: 0; padding: 0; font-size: inherit; font-weight: inherit }
p + p { text-indent: 14pt } section { break-before: right } a { color: inherit; text-decoration: none }
h1 { font: 20pt/28pt Text; padding-top: 56pt; margin-bottom: 42pt; string-set: c content(); text-align: left }
h2 { font: bold 12pt/14pt Text; margin: 21pt 0 7pt; break-after: avoid; text-align: left }
h3 { font: italic 11.5pt/14pt Text; margin: 14pt 0 0; break-after: avoid; text-align: left }
blockquote { margin: 7pt 0 7pt 21pt } ul { margin: 7pt 0 7pt 21pt } figure { margin: 14pt 0; break-inside: avoid }
figure img { width: 100% } table { font-size: 9pt; line-height: 11.2pt; margin: 14pt 0 }
.fn { float: footnote; font: 9pt/11.2pt Text } ::footnote-call { font-size: 7pt; line-height: 0; vertical-align: super }
.pr::after, .i a::after, nav a::after { content: target-counter(attr(href), page) }
.i { columns: 2; font-size: 9pt; line-height: 11.2pt; text-align: left }
"""

@dataclass(slots=True)
class _Marks:
    """How a language writes what stands in a line."""

    text: Callable[[str], str]
    italics: Callable[[str], str]
    bold: Callable[[str], str]
    note: Callable[[str], str]
    reference: Callable[[str], str]
    page: Callable[[str], str]
    index: Callable[[str], str]

    def words(self, words: Iterable[Inline]) -> str:
        """Words with their marks."""
        return "".join(self._word(part) for part in words)

    def _word(self, part: Inline) -> str:
        match part:
            case str():
                return self.text(part)
            case Styled(text, bold):
                return (self.bold if bold else self.italics)(text)
            case Note(inner):
                return self.note(self.words(inner))
            case Reference(name):
                return self.reference(name)
            case PageReference(name):
                return self.page(name)
            case IndexMark(term):
                return self.index(term)


def typst(book: Corpus) -> str:
    """The book for Typst."""
    def safe(text: str) -> str:
        return re.sub(r"([\\#$*_`@<>\[\]~])", r"\\\1", text)

    marks = _Marks(safe, lambda t: f"#emph[{safe(t)}]", lambda t: f"#strong[{safe(t)}]", lambda t: f"#footnote[{t}]",
                   lambda n: f"@{n}", lambda n: f"#pref(<{n}>)", lambda t: f'#ix("{t}")')
    made = [TYPST.replace("TITLE", book.title), f"#page(header: none)[{book.title}\n\n{book.author}]",
            "#outline(depth: 2)"]
    for chapter in book.chapters:
        made += [f"= {chapter.title} <{chapter.id}>", *(_in_typst(block, marks) for block in chapter.blocks)]
    return "\n\n".join([*made, "#heading(level: 1, numbering: none)[Index]\n#makeindex()"])


def _in_typst(block: Block, marks: _Marks) -> str:
    match block:
        case Paragraph(words, extract):
            text = marks.words(words)
            return f"#block(inset: (x: 14pt, y: 3pt))[{text}]" if extract else text
        case Heading(level, name, text):
            return f"== {text} <{name}>" if level == 2 else f"#heading(level: 3, numbering: none)[{text}]"
        case Items(items):
            return "\n".join(f"- {marks.text(item)}" for item in items)
        case Table(name, caption, head, rows):
            cells = ", ".join(f"[{marks.text(cell)}]" for row in (head, *rows) for cell in row)
            return f"#figure(text(9pt, table(columns: 5, stroke: none, {cells})), caption: [{caption}]) <{name}>"
        case Figure(name, caption, _):
            return f'#figure(image("pictures/{block.file}", width: 100%), caption: [{caption}]) <{name}>'


@dataclass(slots=True)
class _Names:
    """The places of the index, as they are met."""

    places: dict[str, list[int]] = field(default_factory=dict)
    count: int = 0

    def mark(self, term: str) -> str:
        """A name for this place."""
        self.count += 1
        self.places.setdefault(term, []).append(self.count)
        return f'<a id="i{self.count}"></a>'


def one_document(book: Corpus) -> str:
    """The book as one HTML document for WeasyPrint, whose pages `target-counter` prints."""
    safe, names = html.escape, _Names()
    marks = _Marks(safe, lambda t: f"<i>{safe(t)}</i>", lambda t: f"<b>{safe(t)}</b>",
                   lambda t: f'<span class="fn">{t}</span>', lambda n: f'<a href="#{n}">Section {book.numbers[n]}</a>',
                   lambda n: f'<a class="pr" href="#{n}"></a>', names.mark)
    styles = STYLES.replace("FONTS", FONTS.as_uri()).replace("TITLE", book.title)
    head = f'<meta charset="utf-8"><title>{book.title}</title><style>{styles}</style>'
    made = [f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>',
            f"<section><h1>{book.title}</h1><p>{book.author}</p></section><nav><h1>Contents</h1>",
            *(f'<p>{one.title} <a href="#{one.id}"></a></p>' for one in book.chapters), "</nav>"]
    for chapter in book.chapters:
        made += [f'<section><h1 id="{chapter.id}">{chapter.title}</h1>',
                 *(_in_html(block, marks, book) for block in chapter.blocks), "</section>"]
    index = "".join(f"<p>{term}, " + ", ".join(f'<a href="#i{at}"></a>' for at in places) + "</p>"
                    for term, places in sorted(names.places.items(), key=lambda one: one[0].lower()))
    return "\n".join([*made, f'<section><h1>Index</h1><div class="i">{index}</div></section></body></html>'])


def _in_html(block: Block, marks: _Marks, book: Corpus) -> str:
    match block:
        case Paragraph(words, extract):
            text = f"<p>{marks.words(words)}</p>"
            return f"<blockquote>{text}</blockquote>" if extract else text
        case Heading(level, name, text):
            number = f"{book.numbers[name]} " if level == 2 else ""
            return f'<h{level} id="{name}">{number}{text}</h{level}>'
        case Items(items):
            return "<ul>" + "".join(f"<li>{marks.text(item)}</li>" for item in items) + "</ul>"
        case Table(name, caption, head, rows):
            lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (head, *rows))
            return f'<p id="{name}"><i>{caption}</i></p><table>{lines}</table>'
        case Figure(name, caption, _):
            return f'<figure id="{name}"><img src="pictures/{block.file}" alt=""><p>{caption}</p></figure>'
