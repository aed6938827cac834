"""GitHub: what is read there, what is missing, and how it is written."""
