"""A made edition is shown on the loopback alone."""

import socket
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from press.workshop.logbook import Hindrance
from press.workshop.serving import LOOPBACK, serve


def test_an_edition_is_served_to_this_machine_with_the_right_types(tmp_path: Path):
    (tmp_path / "a.woff2").write_bytes(b"font")
    told: list[str] = []
    Thread(target=serve, args=(tmp_path, 0, told.append), daemon=True).start()
    while not told:
        pass
    with urlopen(f"{told[0]}a.woff2", timeout=10) as answer:
        assert answer.read() == b"font"
        assert answer.headers["Content-Type"] == "font/woff2"
        assert answer.headers["Cache-Control"] == "no-cache"
    assert told[0].startswith(f"http://{LOOPBACK}:")


def test_a_port_that_is_taken_is_one_line(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        with pytest.raises(Hindrance, match="choose another with --port"):
            serve(tmp_path, taken.getsockname()[1], str)
