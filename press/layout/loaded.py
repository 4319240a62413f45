"""Loaded: to import this is to have the engine loaded and its wrappers in place, before there is work."""

import gc
from contextlib import suppress

from press.layout.start import start

LIKELY = "en"  # the language whose words are likely to be divided: to read how takes as long as two pages

with suppress(Exception):  # whatever it is, it shows again where a section is laid out
    start()
    import pyphen

    from press.layout import engine, section

    engine.install()
    section.make_ready()
    pyphen.Pyphen(lang=LIKELY)
    gc.collect()
    gc.freeze()  # so that workers share what is here
