"""Names: normalized, compared, sorted and distinguished."""
