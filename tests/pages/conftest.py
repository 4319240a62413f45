"""The books whose pages are read: the tiny one and the first one."""

import pytest

from tests.pages.reading import Reading


@pytest.fixture(scope="session", params=["lighthouse", "first_book"])
def reading(request: pytest.FixtureRequest) -> Reading:
    """A finished book, read against its content."""
    return Reading(request.getfixturevalue(request.param))
