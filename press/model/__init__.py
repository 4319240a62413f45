"""The model: what a reference book is, without files, HTML or layout."""
