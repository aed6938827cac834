"""Sources: asked, read in a process of their own, judged and remembered."""
