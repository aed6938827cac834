"""The files of a bot for an existing list, guessed from its README.md."""
