"""Roomy: how Python does long work with ease: its calls stand in one piece, and garbage is looked for rarely.

CPython keeps the frames of its calls in pieces of 16 KB, and takes and gives back a piece whenever
calls go to and fro over the end of one (3.11 to 3.14: `_PyThreadState_PushFrame`); deep work that stands
there asks the system for memory at every line of text, an eighth of all its time.  A first call
that asks for more than a piece has one made that is large enough for all that it calls.
"""

import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

MANY = 500_000  # things that Python makes before it looks among them for garbage: a dozen sections or so
SLOTS = 1 << 17  # of 8 bytes, that the first call asks for: its piece has as many again for those after it

Asked = ParamSpec("Asked")
Made = TypeVar("Made")


def roomy(work: Callable[Asked, Made], /, *given: Asked.args, **named: Asked.kwargs) -> Made:
    """What comes of a work that has room for all its calls in one piece; it is memory only where it is used."""
    return work(*given, **named)


roomy.__code__ = roomy.__code__.replace(co_stacksize=SLOTS)


def undisturbed() -> None:
    """Look for garbage rarely: what a section makes lives until it is done, and a look among it finds nothing."""
    gc.set_threshold(MANY)
