"""The disk: README.md, issues as files, and the clone around them."""
