"""The proof that nothing is lost and nobody gets in: `make prove`."""
