"""Compose: the model becomes one HTML document a section."""
