"""Names: normalized, compared, sorted and told apart."""
