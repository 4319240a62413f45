"""The engine starts quickly, and is the same engine."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from pprint import pformat
from types import SimpleNamespace
from typing import Any

import cffi
import pytest

from press.layout import start
from tests.books.making import ROOT

IN_A_PROCESS = """
import hashlib, sys
from base64 import b64encode
if sys.argv[1] == "quick":
    from press.layout.start import start
    assert start()
    assert not start()
from press.layout import engine, section
from press.layout.laid import Job
assert engine.install()
from tests.press.layout.paper import job, note, words
torn = b64encode(bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000020000000201000000005acd30890000000c4944415478da636060")).decode()
torn = f"<img alt=x src='data:image/png;base64,{torn}'>"
text = f"{torn}<h1>Lamps</h1><p>{words(200)}{note(1, words(30))} Լույս</p><ol type=i><li>x<li>y</ol>"
laid = section.lay_out(job(text))
print(hashlib.sha256(laid.pdf + laid.described().encode()).hexdigest())
print(sorted(name for name in sys.modules if name.startswith(("pycparser", "fontTools.subset", "fontTools.varLib"))))
from PIL import EpsImagePlugin, ImageFile
assert (EpsImagePlugin.gs_binary, ImageFile.LOAD_TRUNCATED_IMAGES) == (False, True)
import weasyprint
weasyprint.HTML(string="<p>x").write_pdf("/dev/null", full_fonts=True)
from fontTools.ttLib import TTFont
assert TTFont.__name__ == "TTFont"
"""


def written(texts: list[str]) -> str:
    """The declarations as they are kept."""
    found: dict[str, Any] = {}
    ffi = cffi.FFI()
    for text in texts:
        ffi.cdef(text)
    ffi.set_source("declarations", None)
    with tempfile.TemporaryDirectory() as folder:
        ffi.emit_python_code(str(Path(folder) / "declarations.py"))
        source = (Path(folder) / "declarations.py").read_text(encoding="utf-8")
    backend = SimpleNamespace(FFI=lambda _, **arguments: found.update(arguments))
    exec(source.replace("import _cffi_backend", ""), {"_cffi_backend": backend})
    return f"{start.digest(texts)}\n{pformat(found, width=110)}\n"


def in_a_process(way: str) -> list[str]:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", IN_A_PROCESS, way], text=True, capture_output=True,
                          cwd=ROOT, check=True)
    return done.stdout.splitlines()


def test_the_declarations_are_those_of_the_engine_and_the_press(pytestconfig):
    module = written(start.texts())
    if pytestconfig.getoption("update"):
        start.DECLARATIONS.write_text(module, encoding="utf-8")
    assert start.DECLARATIONS.read_text(encoding="utf-8") == module
    assert len(start.texts()) > 2


def test_a_section_is_the_same_after_a_quick_start_and_after_a_slow_one():
    (quick, loaded), (slow, more) = in_a_process("quick"), in_a_process("slow")
    assert quick == slow
    assert loaded == "[]"
    assert "pycparser" in more


@pytest.mark.parametrize(("name", "value"), [("texts", lambda: ["int another (void);"]), ("ENGINE", "70.1")])
def test_the_engine_is_loaded_as_ever_when_it_is_another_or_declares_something_else(monkeypatch, name, value):
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(start, name, value)
    assert start.start() is False
    assert "weasyprint" not in sys.modules


def test_what_reads_pictures_is_not_loaded_without_any():
    words = "import sys, press.layout.loaded; print([name for name in sys.modules if name.startswith('PIL.')])"
    said = subprocess.run([sys.executable, "-c", words],
                          text=True, capture_output=True, cwd=ROOT, check=True).stdout

    assert said == "[]\n"


def test_another_thread_has_the_modules_themselves_meanwhile():
    words = ("import sys, threading, time; from press.layout.start import start\n"
             "def ask():\n"
             "    while 'weasyprint.logger' not in sys.modules: time.sleep(0)\n"
             "    from fontTools import ttLib; from PIL import ImageDraw; ttLib.TTFont, ImageDraw.Draw\n"
             "other = threading.Thread(target=ask); other.start(); start(); other.join()")
    done = subprocess.run([sys.executable, "-c", words], text=True, capture_output=True, cwd=ROOT, check=False,
                          timeout=60)

    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_set_of_what_is_loaded_later_is_set_when_one_of_its_kind_is_loaded():
    beside: list[start.Later] = []
    one, other = start.Later("json", "decoder", beside), start.Later("json", "encoder", beside)
    one.tests_of_start = 7
    assert not hasattr(json.decoder, "tests_of_start")
    assert other.JSONEncoder is json.JSONEncoder
    assert json.decoder.tests_of_start == 7
    del json.decoder.tests_of_start


def test_what_is_loaded_later_is_what_it_stands_for():
    later = start.Later("fontTools.ttLib", "TTFont")
    assert later.__name__ == "TTFont"
    assert start.Later("fontTools", "subset").Options().hinting in (True, False)
    with pytest.raises(TypeError):
        later(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
