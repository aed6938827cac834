"""The document: how README.md is read, edited, and proved to show what was promised."""
