"""The inspection: what is wrong with the list as people have written it, and how to mend it."""
