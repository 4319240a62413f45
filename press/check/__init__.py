"""Check: the rules of the house, one function a rule."""
