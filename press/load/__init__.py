"""Load: an editor's files become the model, and their mistakes findings."""
