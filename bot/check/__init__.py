"""The check: everything wrong with README.md, and the automatic fixes."""
