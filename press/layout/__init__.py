"""Layout: a section's HTML becomes pages, each section by itself."""
