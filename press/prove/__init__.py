"""Prove: what was written is opened again and held against what was meant."""
