"""Web: the edition as a folder of pages that any file server can hold, or none."""
