"""House: what the styles folder says of formats and trims."""

from pathlib import Path

from press.findings import Place, Report, did_you_mean
from press.load.book import read_file
from press.load.files import read_text
from press.load.printing import load_commissions
from press.model.book import Edition, Format
from press.model.registers import Registers


def load_format(styles: Path, name: str, edition: Edition, report: Report) -> Format | None:
    """A format of an edition by its name; an unknown one is a finding, and so is what its printer does not take."""
    if not _is_known(styles, name, edition.place, report):
        return None
    chosen = read_file(styles / "formats" / f"{name}.yaml", styles, Format, report)
    if chosen:
        load_commissions(styles, chosen, edition, report)
    return chosen


def check_passages(styles: Path, registers: Registers, report: Report) -> None:
    """Passages are fitted and faults excused for formats of the house."""
    for excuse in registers.excuses:
        _is_known(styles, excuse.format, excuse.place, report)
    for name, fits in registers.copyfitting.items():
        for first in list(fits.values())[:1]:
            _is_known(styles, name, first.place, report)


def _is_known(styles: Path, name: str, place: Place, report: Report) -> bool:
    known = sorted(file.stem for file in (styles / "formats").glob("*.yaml"))
    if name not in known:
        report.add("B-04", place, f"there is no format “{name}”",
                   did_you_mean(name, known) or f"known: {', '.join(known)}")
    return name in known


def read_stylesheets(styles: Path, chosen: Format, edition: Edition, report: Report) -> dict[str, str]:
    """The texts of a format's stylesheets by name of file, in order, after the trim's."""
    found = {}
    trim = chosen.trim or edition.trim
    known = sorted(file.stem for file in (styles / "trims").glob("*.css"))
    if trim not in known:
        report.add("B-06", (chosen if chosen.trim else edition).place, f"there is no trim “{trim}”",
                   did_you_mean(trim, known) or f"known: {', '.join(known)}")
    for name in (*([f"trims/{trim}"] if trim in known else []), *chosen.stylesheets):
        path = styles / f"{name}.css"
        text = read_text(path, f"styles/{name}.css", report)
        if text is not None:
            found[f"styles/{name}.css"] = text
    return found


def template_names(folder: Path) -> dict[str, str]:
    """Every section template by the name that an editor writes: `chapter` is `body/chapter.html`."""
    return {path.stem: path.relative_to(folder).as_posix()
            for part in ("front", "body", "back") for path in sorted((folder / part).glob("*.html"))}
