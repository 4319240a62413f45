"""Peer LaTeX: the corpus as LuaLaTeX reads it."""

import re

import corpus_parts as parts
from peer_marks import Marks

LATEX = r"""\documentclass[11pt,twoside,openright]{book}
\usepackage[paperwidth=148mm,paperheight=210mm,inner=54bp,outer=65bp,top=58bp,bottom=75bp,headheight=14bp,headsep=12bp]
  {geometry}
\usepackage{fontspec}
\setmainfont{EBGaramond}[Path=fonts/,Extension=.ttf,UprightFont=*-Regular,ItalicFont=*-Italic,BoldFont=*-SemiBold,
  BoldItalicFont=*-SemiBoldItalic]
\usepackage[english]{babel}
\usepackage{graphicx,makeidx,fancyhdr,titlesec,caption}
\makeatletter
\renewcommand\normalsize{\@setfontsize\normalsize{11bp}{14bp}}
\renewcommand\footnotesize{\@setfontsize\footnotesize{9bp}{11.2bp}}
\makeatother
\normalsize
\setlength\parindent{14bp}\setlength\parskip{0pt}\emergencystretch=1.5em\flushbottom
\titleformat{\chapter}{\fontsize{20bp}{28bp}\selectfont\raggedright}{}{0bp}{}
\titlespacing*{\chapter}{0bp}{56bp}{42bp}
\titleformat{\section}{\bfseries\fontsize{12bp}{14bp}\selectfont\raggedright}{\thesection}{.4em}{}
\titlespacing*{\section}{0bp}{21bp}{7bp}
\titleformat{\subsection}{\itshape\fontsize{11.5bp}{14bp}\selectfont\raggedright}{}{0bp}{}
\titlespacing*{\subsection}{0bp}{14bp}{0bp}
\captionsetup{font={it},labelsep=period}
\pagestyle{fancy}\fancyhf{}\renewcommand\headrulewidth{0pt}\fancypagestyle{plain}{}
\fancyhead[LE,RO]{\thepage}\fancyhead[RE]{\itshape TITLE}\fancyhead[LO]{\itshape\leftmark}
\renewcommand\chaptermark[1]{\markboth{#1}{}}\renewcommand\sectionmark[1]{}
\usepackage[hidelinks]{hyperref}
\makeindex
\begin{document}
\thispagestyle{empty}{\fontsize{20bp}{28bp}\selectfont TITLE\par}\medskip AUTHOR\cleardoublepage
\tableofcontents
"""


def latex(book: parts.Corpus) -> str:
    """The book for LuaLaTeX; `makeindex` makes its index."""
    marks = Marks(safe, lambda t: rf"\emph{{{safe(t)}}}", lambda t: rf"\textbf{{{safe(t)}}}",
                  lambda t: rf"\footnote{{{t}}}", lambda n: rf"Section~\ref{{{n}}}", lambda n: rf"\pageref{{{n}}}",
                  lambda t: rf"\index{{{t}}}")
    made = [LATEX.replace("TITLE", safe(book.title)).replace("AUTHOR", safe(book.author))]
    for chapter in book.chapters:
        made += [rf"\chapter{{{chapter.title}}}\label{{{chapter.id}}}",
                 *(_in_latex(block, marks) for block in chapter.blocks)]
    return "\n\n".join([*made, r"\footnotesize\printindex", r"\end{document}", ""])


def safe(text: str) -> str:
    """Words without a letter that LaTeX takes for a command."""
    return re.sub(r"([\\&%$#_])", r"\\\1", text)


def _in_latex(block: parts.Block, marks: Marks) -> str:
    match block:
        case parts.Paragraph(words, extract):
            text = marks.words(words)
            return rf"\begin{{quote}}{text}\end{{quote}}" if extract else text
        case parts.Heading(level, name, text):
            return rf"\section{{{text}}}\label{{{name}}}" if level == 2 else rf"\subsection*{{{text}}}\label{{{name}}}"
        case parts.Items(items):
            return "\n".join([r"\begin{itemize}", *(rf"\item {safe(item)}" for item in items), r"\end{itemize}"])
        case parts.Table(name, caption, head, rows):
            lines = "\\\\\n".join(" & ".join(line) for line in (head, *rows))
            return (rf"\begin{{table}}[h]\footnotesize\caption{{{caption}}}\label{{{name}}}"
                    rf"\begin{{tabular}}{{llrrr}}{lines}\end{{tabular}}\end{{table}}")
        case parts.Figure(name, caption, _):
            return (rf"\begin{{figure}}[h]\includegraphics[width=\linewidth]{{pictures/{block.file[:-4]}.pdf}}"
                    rf"\caption{{{caption}}}\label{{{name}}}\end{{figure}}")
