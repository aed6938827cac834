"""The decision: a pure function from the present state of an issue to its status."""
