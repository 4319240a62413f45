"""The drawn timeline: true places, labels apart, one bold day."""

import logging
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint import HTML

from press.compose.figures.labels import Label, tracks
from press.compose.figures.spread import OverfullError
from press.compose.figures.timeline import magnification, timeline, timeline_description
from press.model.dates import UncertainDate
from tests.press.compose.figures.seen import clashes, colours, lettering, marks, root

STYLES = Path(__file__).parents[4] / "styles" / "fonts.css"
WIDTH, HEIGHT = 300.5, 412.0

Labels = Sequence[tuple[UncertainDate, str]]


def dated(*entries: tuple[str, str]) -> tuple[tuple[UncertainDate, str], ...]:
    return tuple((UncertainDate.parse(text), label) for text, label in entries)


YEARS = dated(
    ("1988-02-20", "Vote on the bridge"), ("1988-02-27/1988-03-01", "Riots & fires"),
    ("1991-04/1991-07", "Villages cleared"), ("1991-09~/1991-11~", "The town is cut off"),
    ("1991-10/1992-04", "The city is shelled"), ("1991-11-26", "Autonomy ended"),
    ("1994-12", "Report printed"),
)
DAYS = dated(
    ("1992-02-13", "Last flights"), ("1992-02-25T23:00:00", "Artillery fire"),
    ("1992-02-26T01:00:00/1992-02-26T04:00:00", "Infantry enters"), ("1992-02-26", "People in flight"),
    ("1992-03-02", "Truce"), ("1992-03-16", "*Time* reports"),
)


def drawn(years: Labels = YEARS, days: Labels = DAYS) -> str:
    return timeline(years, days, (1992, 2, 26), WIDTH, HEIGHT)


def middle_of(svg: str, words: str) -> float:
    return next(letters.y for letters in lettering(svg) if letters.words == words)


def test_years_stand_at_even_steps_from_the_first_to_the_last_that_is_dated() -> None:
    places = [middle_of(drawn(), str(year)) for year in range(1988, 1995)]
    assert all(b - a == pytest.approx((HEIGHT - 19) / 7, abs=0.1) for a, b in pairwise(places))


def test_days_stand_at_even_steps_over_the_turn_of_the_month_and_the_leap_day() -> None:
    figures = [letters for letters in lettering(drawn()) if letters.words in map(str, range(32))]
    assert [letters.words for letters in figures] == [str(day) for day in [*range(13, 30), *range(1, 17)]]
    steps = [b.y - a.y for a, b in pairwise(figures)]
    assert steps == pytest.approx([(HEIGHT - 19) / 33] * 32, abs=0.02)


def test_a_month_is_named_where_it_begins() -> None:
    assert middle_of(drawn(), "March") == middle_of(drawn(), "1")
    assert "February 1992" in {letters.words for letters in lettering(drawn())}


def test_only_the_main_day_is_bold() -> None:
    assert [letters.words for letters in lettering(drawn()) if letters.bold] == ["26"]


def test_labels_stand_in_the_order_of_time_with_their_hours() -> None:
    words = [letters.words for letters in lettering(drawn())]
    said = ["Last flights", "23:00 Artillery fire", "01:00–04:00 Infantry enters", "People in flight",
            "Truce", "Time reports"]
    assert [word for word in words if word in said] == said


def test_a_leader_is_tied_to_the_middle_of_the_time() -> None:
    svg = drawn(days=dated(("1992-02-13", "first"), ("1992-02-26", "event"), ("1992-03-16", "last")))
    tied = {line.get("points", "").split()[0] for line in marks(svg, "polyline")}
    axis = max(float(point.split(",")[0]) for point in tied)
    heights = sorted(float(point.split(",")[1]) for point in tied if float(point.split(",")[0]) == axis)
    day = (HEIGHT - 19) / 33
    assert heights == pytest.approx([15 + 0.5 * day, 15 + 13.5 * day, 15 + 32.5 * day], abs=0.02)


def test_a_long_time_is_a_stroke_and_strokes_that_overlap_run_side_by_side() -> None:
    strokes = [line for line in marks(drawn(), "line") if line.get("stroke-width") == "1.25"]
    assert len(strokes) == 3
    assert len({line.get("x1") for line in strokes}) == 2
    assert all(line.get("x1") == line.get("x2") for line in strokes)


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 100)), max_size=8))
def test_no_two_strokes_meet_on_a_track(rows: list[tuple[float, float]]) -> None:
    labels = [Label((), start, start + long) for start, long in rows]
    found = list(zip(tracks(labels), labels, strict=True))
    for at, (track, label) in enumerate(found):
        assert (track is None) == (not label.has_stroke)
        for other_track, other in found[:at]:
            if track is not None and track == other_track:
                assert other.end < label.start or label.end < other.start


def test_the_window_is_a_bar_as_high_as_its_days() -> None:
    (bar,) = marks(drawn(), "rect")
    assert float(bar.get("height", "")) == pytest.approx((HEIGHT - 19) * 33 / 2557, abs=0.01)


def test_nothing_overlaps_or_leaves_the_drawing() -> None:
    letters = lettering(drawn())
    assert clashes(letters) == []
    assert all(letter.left >= -0.01 and letter.right <= WIDTH + 0.01 and 0 < letter.y < HEIGHT + 3
               for letter in letters)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 29), st.text("abc de", min_size=3, max_size=30)), max_size=20))
def test_labels_of_any_days_do_not_overlap(entries: list[tuple[int, str]]) -> None:
    days = dated(*((f"1992-02-{day:02}", f"x{words}") for day, words in entries), ("1992-02-13", "x"))
    assert clashes(lettering(drawn(days=days))) == []


def test_too_many_labels_are_refused() -> None:
    with pytest.raises(OverfullError):
        drawn(days=dated(*[("1992-02-26", "again")] * 50))


def test_an_open_date_is_drawn_at_the_end_that_is_known() -> None:
    svg = drawn(years=(*YEARS, *dated(("1993-02-10/..", "From then on"))))
    assert "From then on" in {letters.words for letters in lettering(svg)}
    assert "1995" not in {letters.words for letters in lettering(svg)}


def test_the_words_carry_every_date_and_label() -> None:
    assert timeline_description(YEARS[:2], DAYS[-3:]) == (
        "1988–1988: 20 February 1988, Vote on the bridge; 27 February – 1 March 1988, Riots & fires. "
        "Magnified, 26 February to 16 March 1992: 26 February 1992, People in flight; 2 March 1992, Truce; "
        "16 March 1992, Time reports."
    )


def test_the_drawing_has_a_title_and_a_description_and_no_ids() -> None:
    drawing = root(drawn())
    title, description = drawing[0], drawing[1]
    assert drawing.get("role") == "img"
    assert title.text == "Timeline, 1988–1994, with 13 February to 16 March 1992 magnified"
    assert description.text == timeline_description(YEARS, DAYS)
    assert all(element.get("id") is None for element in drawing.iter())


def test_a_day_of_the_right_ruler_is_as_high_as_many_of_the_left() -> None:
    assert magnification(YEARS, DAYS) == 77


def test_the_drawing_is_one_black_and_the_same_every_time() -> None:
    assert colours(drawn()) == {"#000", "none"}
    assert drawn() == drawn()


def test_the_engine_lays_it_out_in_the_label_face_without_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture,
) -> None:
    page = f'<html lang="en"><link rel="stylesheet" href="{STYLES.as_uri()}">{drawn()}</html>'
    with caplog.at_level(logging.WARNING):
        HTML(string=page).write_pdf(tmp_path / "page.pdf")
    assert caplog.messages == []
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        fonts = {str(o.BaseFont) for o in pdf.objects
                 if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}
    assert {font.partition("+")[2] for font in fonts} == {"Label", "Label-Italic", "Label-Semi-Bold"}
