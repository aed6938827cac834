"""The decision: the whole bot as one pure function from how things stand to what should be true."""
