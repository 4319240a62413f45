"""Cite: how a source is written in a note, in a bibliography and in an index."""
