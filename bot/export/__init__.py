"""The export: the list for programs, and as a page to search."""
