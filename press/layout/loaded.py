"""Loaded: to import this is to have the engine loaded and its wrappers in place, before there is work."""

import gc
from contextlib import suppress

from press.layout import ready_code

with suppress(Exception):  # whatever it is, it shows again where a section is laid out
    ready_code.install()
    from press.layout.start import start

    start()
    from press.layout import engine, section, threads

    engine.install()
    section.make_ready()
    threads.wait_until_done()
    gc.freeze()  # so that workers share what is here
