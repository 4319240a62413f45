"""Assemble: laid-out sections become one PDF."""
