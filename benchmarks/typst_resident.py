"""Typst resident: Typst that stays, as an editor's program keeps it, and compiles again at every line it is given.

    python3 benchmarks/typst_resident.py BOOK.typ BOOK.pdf FONTS

Says `ready` when it has compiled once; then, for every line read, the seconds that the
next compilation took: CPU and wall, and the megabytes of the process.
"""

import resource
import sys
import time
from pathlib import Path


def main(book: str, made: str, fonts: str) -> None:
    """Compile, and again whenever a line comes."""
    import typst

    compiler = typst.Compiler(book, font_paths=[fonts])
    Path(made).write_bytes(compiler.compile(format="pdf"))
    print("ready", flush=True)
    for _ in sys.stdin:
        cpu, wall = time.process_time(), time.monotonic()
        Path(made).write_bytes(compiler.compile(format="pdf"))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(time.process_time() - cpu, time.monotonic() - wall, memory, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
