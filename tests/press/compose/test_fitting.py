"""The fit of a passage stands on the element that has its name, whatever it is."""

from press.compose.fitting import fit, names, unfitted
from press.model.evidence import Fit

HTML = '<p id="par-1.1" class="n">A</p><p class="n" id="par-1.10">B<span class="fn" id="one-n1">N</span></p>'


def test_only_the_named_passage_is_fitted():
    fitted = fit(HTML, {"par-1.1": Fit.LOOSE})

    assert fitted == HTML.replace('id="par-1.1"', 'id="par-1.1" data-fit="loose"')


def test_a_note_is_fitted_like_a_paragraph():
    assert 'id="one-n1" data-fit="tighter"' in fit(HTML, {"one-n1": Fit.TIGHTER, "gone": Fit.LOOSE})


def test_without_its_fits_a_document_is_as_it_was():
    assert unfitted(fit(HTML, dict.fromkeys(names(HTML), Fit.TIGHT))) == HTML
    assert names(HTML) == ("par-1.1", "par-1.10", "one-n1")
