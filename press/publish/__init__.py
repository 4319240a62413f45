"""Publish: the files of an edition."""
