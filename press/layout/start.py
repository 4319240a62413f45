"""Start: the engine loaded without what hardly a section needs, before the first section, for WeasyPrint 70.0.

To load the engine takes longer than to lay out a short section.  A third of that is the
reading of C declarations, by a parser of C in Python, anew in every process; here they
are read from `declarations.txt`, as cffi itself writes them when it is asked for a module.
Another third is what cuts down fonts and reads compressed ones, or pictures of dots: that is
loaded when it is called, which few sections do.  The last is the reading of the engine's own
styles, which are read as far as they are needed.
"""

import hashlib
import re
import sys
from ast import literal_eval
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import parent_process
from pathlib import Path
from threading import active_count
from types import ModuleType
from typing import Any

from press.versions import version

ENGINE = "70.0"
DECLARATIONS = Path(__file__).with_name("declarations.txt")  # their digest, then what cffi makes of them
DECLARED = re.compile(r"""^ffi\.cdef\((?:\"{3}|'{3}|")(.*?)(?:\"{3}|'{3}|")\)$""", re.DOTALL | re.MULTILINE)
LATER = {
    "fontTools": ("subset",),
    "fontTools.ttLib": ("TTFont", "TTLibError", "ttFont", "woff2"),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
    "PIL": ("EpsImagePlugin", "Image", "ImageFile", "ImageOps"),
    "PIL.ImageCms": ("ImageCmsProfile",),
}
"""What the engine imports of other packages and calls in no section, or only in one that has a picture of dots."""


def start() -> bool:
    """Load the engine quickly; False where it is loaded already, or another version, or declares something else."""
    if "weasyprint" in sys.modules or version("weasyprint") != ENGINE:
        return False
    known, arguments = DECLARATIONS.read_text(encoding="ascii").split("\n", 1)
    if known != digest(texts()):
        return False
    from press.layout import stock  # which asks for the engine's parser of styles

    with _declared(literal_eval(arguments)), _later() if nobody_else_imports() else nullcontext(), stock.passed_by():
        import_module("weasyprint")
    stock.put_off()
    return True


def nobody_else_imports() -> bool:
    """Whether no other thread may ask for a module while another stands in its place: one of a worker does not."""
    return active_count() == 1 or parent_process() is not None


def texts() -> list[str]:
    """The C declarations of the engine and of the press's wrappers."""
    spec = find_spec("weasyprint")
    assert spec is not None
    assert spec.origin is not None
    files = [Path(spec.origin).parent / "text" / "ffi.py", *sorted(Path(__file__).parent.glob("*.py"))]
    return [text for file in files for text in DECLARED.findall(file.read_text(encoding="utf-8"))]


def digest(declared: list[str]) -> str:
    """What tells whether declarations are those that were read."""
    return hashlib.sha256("\0".join(declared).encode()).hexdigest()


@contextmanager
def _declared(arguments: dict[str, Any]) -> Iterator[None]:
    """Whoever asks cffi for declarations meanwhile is given those that were read before."""
    import _cffi_backend
    import cffi

    class Known(_cffi_backend.FFI):  # type: ignore[misc]
        """Declarations that are known, whoever declares them again."""

        def cdef(self, *_: Any, **__: Any) -> None:
            """Nothing more to be read."""

    stock, cffi.FFI = cffi.FFI, lambda: Known("declarations", **arguments)
    try:
        yield
    finally:
        cffi.FFI = stock


class Later:
    """A thing of a module that is imported when it is asked for something.

    What is set of it, and of those that are imported `beside` it, is set as soon as one of them is imported.
    """

    def __init__(self, module: str, name: str, beside: "list[Later] | None" = None) -> None:
        vars(self).update(module=module, name=name, told={}, beside=[] if beside is None else beside)
        self.beside.append(self)

    def _thing(self) -> Any:
        for one in self.beside:
            while one.told:
                setattr(one._stood_for(), *one.told.popitem())
        return self._stood_for()

    def _stood_for(self) -> Any:
        module = import_module(self.module)
        return getattr(module, self.name, None) or import_module(f"{self.module}.{self.name}")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the thing itself."""
        return self._thing()(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._thing(), name)

    def __setattr__(self, name: str, value: object) -> None:
        self.told[name] = value


@contextmanager
def _later() -> Iterator[None]:
    """Modules that are imported meanwhile are stood in for."""
    kept = {name: sys.modules.pop(name, None) for name in LATER}
    for name, things in LATER.items():
        module, beside = ModuleType(name), list[Later]()
        module.__path__ = []
        for thing in things:
            setattr(module, thing, Later(name, thing, beside))
        sys.modules[name] = module
    try:
        yield
    finally:
        for name, module_before in kept.items():
            del sys.modules[name]
            if module_before is not None:
                sys.modules[name] = module_before
