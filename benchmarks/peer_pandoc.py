"""Peer Pandoc: the corpus in Pandoc's Markdown, for LuaLaTeX; index marks and pages are LaTeX's own."""

import corpus_parts as parts
from corpus import ruled
from peer_latex import LATEX, safe
from peer_marks import Marks

WANTED = r"""\usepackage{longtable,booktabs,array,calc}
\providecommand\tightlist{}\providecommand\pandocbounded[1]{#1}
"""
END = r"""\footnotesize\printindex
\end{document}
"""


def pandoc(book: parts.Corpus) -> str:
    """The book for Pandoc."""
    marks = Marks(str, lambda t: f"*{t}*", lambda t: f"**{t}**", lambda t: f"^[{t}]",
                  lambda n: rf"Section \ref{{{n}}}", lambda n: rf"\pageref{{{n}}}", lambda t: rf"\index{{{t}}}")
    made = []
    for chapter in book.chapters:
        made += [f"# {chapter.title} {{#{chapter.id}}}", *(_in_markdown(block, marks) for block in chapter.blocks)]
    return "\n\n".join([*made, ""])


def template(book: parts.Corpus) -> str:
    """What Pandoc puts round the book: the same pages as LuaLaTeX without Pandoc."""
    head = LATEX.replace("TITLE", safe(book.title)).replace("AUTHOR", safe(book.author))
    before, begin, rest = head.replace("$", "$$").partition(r"\usepackage[hidelinks]")
    return f"{before}{WANTED}{begin}{rest}\n$body$\n\n{END}"


def _in_markdown(block: parts.Block, marks: Marks) -> str:
    match block:
        case parts.Paragraph(words, extract):
            return "> " * extract + marks.words(words)
        case parts.Heading(2, name, text):
            return f"## {text} {{#{name}}}"
        case parts.Heading(_, name, text):
            return f"### {text} {{#{name} .unnumbered}}"
        case parts.Items(items):
            return "\n".join(f"- {item}" for item in items)
        case parts.Table(name, caption, head, rows):
            return f"{ruled((head, *rows))}\n\n: {caption} \\label{{{name}}}"
        case parts.Figure(name, caption, _):
            return f"![{caption}](pictures/{block.file[:-4]}.pdf){{#{name} width=100%}}"
