"""Ready code: what Python compiles anew whenever it loads a module, kept as the modules themselves are.

A regular expression is compiled where it stands, and so are the methods of a dataclass: nine hundred times
before the press has read a book, a quarter of the time that it takes to load.  The environment keeps what comes of
them, each under the whole text that it comes from; what is not there is compiled as ever.
`python -m press.layout.ready_code` fills it: from the press and the engine, by the Python that will run them.
"""

import builtins
import dataclasses
import marshal
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from importlib import import_module
from typing import Any, Self

FOLDER = "code"
DIGEST = 32  # bytes before the entries

_compiler: Any = vars(re).get("_compiler")
_sre: Any = getattr(_compiler, "_sre", None)
_pattern: Callable[[Any, int], Any] = getattr(_compiler, "compile", None) or re.compile

# Of Python, whose compiled code no other understands.
KIND = f"{sys.version} {getattr(_sre, 'MAGIC', '')} {marshal.version}"

Key = str | tuple[str | bytes, int]
"""The text of a dataclass's methods, or a pattern and its flags."""

_known: dict[Key, bytes] = {}


def install() -> None:
    """Have what was kept found, in this process and those that come of it; not while it is gathered."""
    if not serves() or isinstance(_compiler._sre, Recorder):
        return
    _known.update(kept(folder()))
    vars(dataclasses)["exec"] = run
    _compiler.compile = pattern


def serves() -> bool:
    """Whether this Python compiles its patterns as those do that are known here, 3.11 to 3.13; else all is as ever."""
    return hasattr(_sre, "MAGIC") and hasattr(_compiler, "compile")


def folder() -> str:
    """Where it is kept: in the environment that runs, which is made of this Python."""
    return os.path.join(sys.prefix, "press", FOLDER)  # noqa: PTH118 - pathlib is long in coming


def kept(place: str) -> dict[Key, bytes]:
    """What is kept in a folder; nothing where it is of another Python, damaged, or not there."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        with open(os.path.join(place, name()), "rb") as file:  # noqa: PTH118, PTH123
            content = file.read()
        if blake2b(content[DIGEST:], digest_size=DIGEST).digest() == content[:DIGEST]:
            entries: dict[Key, bytes] = marshal.loads(content[DIGEST:])  # noqa: S302 - written by this very Python
            return entries
    return {}


def name() -> str:
    """The name of the file for this Python."""
    return blake2b(KIND.encode(), digest_size=DIGEST).hexdigest()


def run(text: str, scope: dict[str, Any], names: dict[str, Any]) -> None:
    """Run the text of a dataclass's methods."""
    code = _known.get(text)
    builtins.exec(marshal.loads(code) if code else text, scope, names)  # noqa: S102, S302 - as `dataclasses` does


def pattern(text: Any, flags: int = 0) -> Any:
    """A pattern, compiled."""
    made = _known.get((text, flags)) if type(text) in (str, bytes) else None
    return _sre.compile(text, *marshal.loads(made)) if made else _pattern(text, flags)  # noqa: S302


class Recorder:
    """What is compiled while it is used as a context, ready to be kept."""

    def __init__(self) -> None:
        self.made: dict[Key, bytes] = {}
        self.parts: tuple[Any, ...] = ()
        self.before: tuple[Any, ...] = ()

    def __enter__(self) -> Self:
        self.before = vars(dataclasses).get("exec", builtins.exec), _compiler.compile, _compiler._sre
        vars(dataclasses)["exec"] = self._run
        _compiler.compile, _compiler._sre = self._pattern, self
        return self

    def __exit__(self, *_: object) -> None:
        vars(dataclasses)["exec"], _compiler.compile, _compiler._sre = self.before

    def keep(self, place: str) -> None:
        """Write what was compiled, beside its place, and move it there."""
        content = marshal.dumps(self.made)
        os.makedirs(place, exist_ok=True)  # noqa: PTH103
        path = os.path.join(place, name())  # noqa: PTH118
        with open(f"{path}.{os.getpid()}", "wb") as file:  # noqa: PTH123
            file.write(blake2b(content, digest_size=DIGEST).digest() + content)
        os.replace(file.name, path)  # noqa: PTH105

    def __getattr__(self, asked: str) -> Any:
        """All else that `re` asks of what it compiles with."""
        return getattr(_sre, asked)

    def compile(self, text: Any, flags: int, code: list[int], *groups: Any) -> Any:
        """What `re` asks for in the end: all that a pattern comes of, some of it numbers that have names."""
        self.parts = int(flags), [int(one) for one in code], *groups
        return _sre.compile(text, flags, code, *groups)

    def _pattern(self, text: Any, flags: int = 0) -> Any:
        made = _pattern(text, flags)
        if type(text) in (str, bytes) and not flags & re.DEBUG:
            self.made[text, flags] = marshal.dumps(self.parts)
        return made

    def _run(self, text: str, scope: dict[str, Any], names: dict[str, Any]) -> None:
        code = compile(text, "<string>", "exec")
        self.made[text] = marshal.dumps(code)
        builtins.exec(code, scope, names)  # noqa: S102


def fill(place: str) -> int:
    """Load the press and the engine anew, and keep what that compiles; how much that is."""
    if not serves():
        return 0
    from pkgutil import walk_packages

    with Recorder() as recorder:
        import press

        _known.clear()
        re.purge()
        import_module("press.layout.loaded")
        for module in walk_packages(press.__path__, "press."):
            with suppress(ImportError):  # of what is not needed to make a book
                import_module(module.name)
    recorder.keep(place)
    return len(recorder.made)


if __name__ == "__main__":
    import_module("press.layout.ready_code").fill(folder())  # the one that others know
