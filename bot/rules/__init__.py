"""The rules: each is one value with its code, level, message and summary."""
