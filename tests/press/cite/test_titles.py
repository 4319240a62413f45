"""The face of a title: its own by kind, upright and unquoted where the editors describe the work."""

import pytest

from press.cite.titles import Face, full_title, short_title
from press.model.inline import plain
from tests.press.cite.test_register import source


@pytest.mark.parametrize("form", [full_title, short_title])
def test_a_description_in_the_place_of_a_title_is_upright_and_unquoted(form):
    described = source("report", title="Report of March 1871", **{"title-supplied": True})
    titled = source("report", title="Report of March 1871")

    for face in (Face.QUOTED, Face.ITALIC):
        assert plain(form(described, face)) == "Report of March 1871"
        assert not any(stretch.italic for stretch in form(described, face))
    assert plain(form(titled, Face.QUOTED)) == "“Report of March 1871”"
    assert all(stretch.italic for stretch in form(titled, Face.ITALIC))
