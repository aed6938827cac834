"""The decision: the whole bot as one pure function from the present state to the desired one."""
