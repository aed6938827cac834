"""The benchmark: it prints figures against the targets, and never fails on time."""
