"""Strategies that write valid EDTF."""

from hypothesis import strategies as st

from press.model.date_parts import month_length
from press.model.dates import UncertainDate
from press.model.edtf import EdtfError

MARKS = st.sampled_from(["", "", "?", "~", "%"])
YEARS = st.integers(-9999, 9999)


def four(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


@st.composite
def days(draw: st.DrawFn) -> str:
    year, month = draw(YEARS), draw(st.integers(1, 12))
    return f"{four(year)}-{month:02}-{draw(st.integers(1, month_length(year, month))):02}"


@st.composite
def with_digits_wanting(draw: st.DrawFn) -> str:
    text = draw(days() | days().map(lambda day: day[:-3]) | YEARS.map(four))
    wanting = draw(st.sets(st.integers(1, len(text) - 1)))
    return "".join("X" if at in wanting and c.isdigit() else c for at, c in enumerate(text))


@st.composite
def with_marks(draw: st.DrawFn) -> str:
    text = draw(with_digits_wanting())
    sign, rest = (text[0], text[1:]) if text[0] == "-" else ("", text)
    first, *others = rest.split("-")
    return "-".join(f"{draw(MARKS)}{part}{draw(MARKS)}" for part in [sign + first, *others])


@st.composite
def with_hours(draw: st.DrawFn) -> str:
    hour = f"{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}:{draw(st.integers(0, 59)):02}"
    return f"{draw(days())}T{hour}{draw(st.sampled_from(['', 'Z', '+04', '-03:30']))}"


seasons = st.builds("{}-{}{}".format, YEARS.map(four), st.integers(21, 24), MARKS)
long_years = st.builds("Y{}{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 10**12 - 1), MARKS)
singles = with_marks() | with_hours() | seasons | long_years
ends = st.sampled_from(["", ".."])
half_open = st.builds("{}/{}".format, singles, ends) | st.builds("{}/{}".format, ends, singles)
pairs = st.builds("{}/{}".format, singles, singles)
texts = singles | half_open | pairs


def _read(text: str) -> UncertainDate | None:
    try:
        return UncertainDate.parse(text)
    except EdtfError:
        return None


dates = texts.map(_read).filter(bool)
