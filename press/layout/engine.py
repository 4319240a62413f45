"""Engine: WeasyPrint with the press's wrappers, each put in place under its own version only."""

from press.layout import (
    answers,
    backgrounds,
    cascade,
    columns,
    computed,
    faces,
    feather,
    glyphs,
    hanging_space,
    hyphens,
    links,
    page_kinds,
    painting,
    patterns,
    plain_atoms,
    plain_blocks,
    plain_lines,
    remembered,
    repeats,
    shared_styles,
    split_notes,
    struts,
    tagging,
    texts,
    turns,
    wellformed,
    writing,
)

# Notes that split, leaves that turn between words, lines that are filled and pages of one depth; then what makes the
# engine quick and changes no line.
WRAPPERS = (
    split_notes,
    turns,
    hanging_space,
    feather,
    struts,
    tagging,
    faces,
    patterns,
    repeats,
    shared_styles,
    cascade,
    computed,
    remembered,
    answers,
    columns,
    glyphs,
    writing,
    wellformed,
    painting,
    backgrounds,
    hyphens,
    links,
    texts,
    plain_blocks,
    plain_lines,
    plain_atoms,
    page_kinds,
)


def install() -> bool:
    """Put all wrappers in place; False when the engine is of another version."""
    done = [wrapper.install() for wrapper in WRAPPERS]
    return all(done)
