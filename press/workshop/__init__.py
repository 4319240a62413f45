"""Workshop: what the press needs before it can print: a machine, its environment, the geodata of maps."""
