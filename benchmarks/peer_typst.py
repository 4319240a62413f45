"""Peer Typst: the corpus as Typst reads it."""

import re

import corpus_parts as parts
from peer_marks import Marks

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


def typst(book: parts.Corpus) -> str:
    """The book for Typst."""
    def safe(text: str) -> str:
        return re.sub(r"([\\#$*_`@<>\[\]~])", r"\\\1", text)

    marks = Marks(safe, lambda t: f"#emph[{safe(t)}]", lambda t: f"#strong[{safe(t)}]", lambda t: f"#footnote[{t}]",
                   lambda n: f"@{n}", lambda n: f"#pref(<{n}>)", lambda t: f'#ix("{t}")')
    made = [TYPST.replace("TITLE", book.title), f"#page(header: none)[{book.title}\n\n{book.author}]",
            "#outline(depth: 2)"]
    for chapter in book.chapters:
        made += [f"= {chapter.title} <{chapter.id}>", *(_in_typst(block, marks) for block in chapter.blocks)]
    return "\n\n".join([*made, "#heading(level: 1, numbering: none)[Index]\n#makeindex()"])


def _in_typst(block: parts.Block, marks: Marks) -> str:
    match block:
        case parts.Paragraph(words, extract):
            text = marks.words(words)
            return f"#block(inset: (x: 14pt, y: 3pt))[{text}]" if extract else text
        case parts.Heading(level, name, text):
            return f"== {text} <{name}>" if level == 2 else f"#heading(level: 3, numbering: none)[{text}]"
        case parts.Items(items):
            return "\n".join(f"- {marks.text(item)}" for item in items)
        case parts.Table(name, caption, head, rows):
            cells = ", ".join(f"[{marks.text(cell)}]" for row in (head, *rows) for cell in row)
            return f"#figure(text(9pt, table(columns: 5, stroke: none, {cells})), caption: [{caption}]) <{name}>"
        case parts.Figure(name, caption, _):
            return f'#figure(image("pictures/{block.file}", width: 100%), caption: [{caption}]) <{name}>'
