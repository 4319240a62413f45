"""Registers: the appendices made from records, a view each."""
