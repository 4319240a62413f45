"""Desk: what an editor orders of whole editions; it stands after all stages and may use the workshop."""
