"""One document: the press beside the stock engine given the whole book at once.

    python3 benchmarks/one_document.py [CONTENT]

Makes the book of CONTENT twice, each in a process of its own and without a cache:
with the press, and as one WeasyPrint document of the same text, styles and pages
whose contents, cross-references, chronology and indexes print their folios by `target-counter`, as
such a document must.
Prints CPU seconds (user and system, of all processes), wall seconds, and the ratio.
Run it on a machine that does nothing else.
"""

import re
import sys
from pathlib import Path

from process_tree import run

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

BODY = re.compile(r'<body class="([^"]*)">(.*)</body>', re.DOTALL)
LATE = re.compile(r'<a class="late" href="late:([^"]+)">[^<]*</a>|<a href="late:([^"]+)" class="late">[^<]*</a>')
CONTENTS_FOLIO = re.compile(r'<td class="pg"><a class="flush" href="flush:([^"]+)">[^<]*</a></td>')
LOCATOR = re.compile(r'<a href="xref:([^"]+)">((?:and )?)(\d+|[ivxlc]+)((?:–(?:\d+|[ivxlc]+))?(?:nn?\d+)?[, ]*)</a>')
HEADS = """
@page :left { @top-left { content: counter(page) } @top-right { content: "Book" } }
@page :right { @top-right { content: counter(page) } @top-left { content: string(section) } }
.counted::after { content: target-counter(attr(href), page) }
"""


def one_document(content: Path) -> str:
    """The HTML of the whole book, with `target-counter` where the press prints folios."""
    from press.compose.composer import Composer
    from press.compose.templates import environment
    from press.findings import Report
    from press.load.house import template_names
    from press.publish.manuscript import prepare
    from press.publish.request import Request

    report = Report()
    prepared = prepare(Request(ROOT, content, ROOT / "dist"), report, lambda *_: None)
    assert prepared is not None, [str(finding) for finding in report.sorted()]
    material, ((_, css), *_) = prepared
    composer = Composer(material, environment(ROOT / "templates"), template_names(ROOT / "templates"))
    found = _page_map(material, composer, css, report)
    bodies = []
    for section in material.sections:
        match = BODY.search(composer.compose(section, found).html)
        assert match is not None
        text = LATE.sub(lambda m: f'<a class="counted" href="#{m[1] or m[2]}"></a>', match[2])
        text = CONTENTS_FOLIO.sub(r'<td class="pg"><a class="counted" href="#\1"></a></td>', text)
        text = LOCATOR.sub(_counted, text)
        text = re.sub(r'href="(?:xref|late):', 'href="#', text)
        bodies.append(f'<div class="{match[1]}" style="break-before: right">{text}</div>')
    head = f'<meta charset="utf-8"><title>One document</title><style>{css}{HEADS}</style>'
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{"".join(bodies)}</body></html>'


def _counted(locator: re.Match[str]) -> str:
    """A locator of an index whose folio the engine counts; what stands after the folio is text."""
    return f'{locator[2]}<a class="counted" href="#{locator[1]}"></a>{locator[4]}'


def _page_map(material, composer, css, report):
    """The folios, from the press's layout (cached)."""
    from press.layout.cache import Cache
    from press.layout.paginate import paginate
    from press.layout.pool import Pool
    from press.publish import forme

    base = (ROOT / "styles").as_uri() + "/"
    plans = [forme.plan(section, composer, css, base) for section in material.sections]
    with Pool(0, ROOT / "styles" / "fonts", Cache(ROOT / ".cache" / "sections")) as pool:
        return paginate(plans, lambda jobs, found: pool.lay_out(jobs, lambda _: None, found), report)[1]


def lay_out_one(source: Path) -> None:
    """Lay the document out with the stock engine and write it as tagged PDF/UA-1."""
    import weasyprint

    html = weasyprint.HTML(string=source.read_text(encoding="utf-8"), base_url=(ROOT / "styles").as_uri() + "/")
    document = html.render(pdf_variant="pdf/ua-1", pdf_tags=True)
    document.write_pdf(source.with_suffix(".pdf"), pdf_variant="pdf/ua-1", pdf_tags=True)


def timed(*command: str) -> tuple[float, float]:
    """CPU and wall seconds of a command and all that it started."""
    cost = run(command, ROOT)
    return cost.cpu, cost.wall


def main() -> None:
    """Time both, and print them side by side."""
    if sys.argv[1:2] == ["--one"]:
        lay_out_one(Path(sys.argv[2]))
        return
    content = Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / "content"
    folder = ROOT / ".cache" / "benchmark"
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "one.html"
    source.write_text(one_document(content), encoding="utf-8")
    press = timed(sys.executable, str(ROOT / "build.py"), "--format", "screen", "--no-cache",
                  "--content", str(content), "--out", str(folder))
    one = timed(sys.executable, __file__, "--one", str(source))
    print(f"press         {press[0]:7.1f} CPU s {press[1]:7.1f} wall s")
    print(f"one document  {one[0]:7.1f} CPU s {one[1]:7.1f} wall s")
    print(f"ratio         {press[0] / one[0]:7.2f}       {press[1] / one[1]:7.2f}")


if __name__ == "__main__":
    main()
