"""Workshop: what the press needs of a machine before it can print."""
