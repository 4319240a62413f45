"""Figures: drawings made from records, as SVG text; one black, shape before tone, lengths in points."""
