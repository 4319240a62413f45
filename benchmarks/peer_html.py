"""Peer HTML: the corpus as one HTML document, whose pages `target-counter` prints."""

import html
from dataclasses import dataclass, field

import corpus_parts as parts
from peer_marks import Marks

STYLES = """@font-face { font-family: Text; src: url(fonts/EBGaramond-Regular.ttf) }
@font-face { font-family: Text; src: url(fonts/EBGaramond-Italic.ttf); font-style: italic }
@font-face { font-family: Text; src: url(fonts/EBGaramond-SemiBold.ttf); font-weight: bold }
@page { size: 148mm 210mm; @footnote { margin-top: 7pt; padding-bottom: .1px } }
@page :left { margin: 58pt 54pt 75pt 65pt; @top-left { content: counter(page); font: 9.5pt Text }
  @top-right { content: "TITLE"; font: italic 9.5pt Text } }
@page :right { margin: 58pt 65pt 75pt 54pt; @top-right { content: counter(page); font: 9.5pt Text }
  @top-left { content: string(c); font: italic 9.5pt Text } }
html { font: 11pt/14pt Text; text-align: justify; hyphens: auto; orphans: 2; widows: 2 }
body, p, h1, h2, h3, figure, table, ul, blockquote { margin: 0; padding: 0; font-size: inherit; font-weight: inherit }
p + p { text-indent: 14pt } section { break-before: right } a { color: inherit; text-decoration: none }
h1 { font: 20pt/28pt Text; padding-top: 56pt; margin-bottom: 42pt; string-set: c content(); text-align: left }
h2 { font: bold 12pt/14pt Text; margin: 21pt 0 7pt; break-after: avoid; text-align: left }
h3 { font: italic 11.5pt/14pt Text; margin: 14pt 0 0; break-after: avoid; text-align: left }
blockquote { margin: 7pt 0 7pt 21pt } ul { margin: 7pt 0 7pt 21pt } figure { margin: 14pt 0; break-inside: avoid }
figure img { width: 100% } table { font-size: 9pt; line-height: 11.2pt; margin: 14pt 0 }
.fn { float: footnote; font: 9pt/11.2pt Text; text-indent: 0 }
.pr::after, .i a::after, nav a::after { content: target-counter(attr(href), page) }
.i { columns: 2; font-size: 9pt; line-height: 11.2pt; text-align: left }
"""


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


def one_document(book: parts.Corpus) -> str:
    """The book as one HTML document for WeasyPrint, whose pages `target-counter` prints."""
    safe, names = html.escape, _Names()
    marks = Marks(safe, lambda t: f"<i>{safe(t)}</i>", lambda t: f"<b>{safe(t)}</b>",
                   lambda t: f'<span class="fn">{t}</span>', lambda n: f'<a href="#{n}">Section {book.numbers[n]}</a>',
                   lambda n: f'<a class="pr" href="#{n}"></a>', names.mark)
    styles = STYLES.replace("TITLE", book.title)
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


def _in_html(block: parts.Block, marks: Marks, book: parts.Corpus) -> str:
    match block:
        case parts.Paragraph(words, extract):
            text = f"<p>{marks.words(words)}</p>"
            return f"<blockquote>{text}</blockquote>" if extract else text
        case parts.Heading(level, name, text):
            number = f"{book.numbers[name]} " if level == 2 else ""
            return f'<h{level} id="{name}">{number}{text}</h{level}>'
        case parts.Items(items):
            return "<ul>" + "".join(f"<li>{marks.text(item)}</li>" for item in items) + "</ul>"
        case parts.Table(name, caption, head, rows):
            lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (head, *rows))
            return f'<p id="{name}"><i>{caption}</i></p><table>{lines}</table>'
        case parts.Figure(name, caption, _):
            return f'<figure id="{name}"><img src="pictures/{block.file}" alt=""><p>{caption}</p></figure>'
