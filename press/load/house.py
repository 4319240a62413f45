"""House: what the styles folder says of formats and trims."""

from pathlib import Path

from press.findings import Place, Report, did_you_mean
from press.load.book import read_file
from press.load.files import read_text
from press.model.book import Edition, Format


def load_format(styles: Path, name: str, report: Report) -> Format | None:
    """A format by its name; an unknown one is a finding."""
    path = styles / "formats" / f"{name}.yaml"
    if not path.is_file():
        known = sorted(file.stem for file in (styles / "formats").glob("*.yaml"))
        report.add("B-04", Place(f"styles/formats/{name}.yaml"), f"there is no format “{name}”",
                   did_you_mean(name, known) or f"known: {', '.join(known)}")
        return None
    return read_file(path, styles, Format, report)


def read_stylesheets(styles: Path, chosen: Format, edition: Edition, report: Report) -> dict[str, str]:
    """The texts of a format's stylesheets by name of file, in order, after the trim's; a missing one is a finding."""
    found = {}
    for name in (f"trims/{chosen.trim or edition.trim}", *chosen.stylesheets):
        path = styles / f"{name}.css"
        text = read_text(path, f"styles/{name}.css", report)
        if text is not None:
            found[f"styles/{name}.css"] = text
    return found
