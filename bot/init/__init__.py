"""The files which give an existing list a bot, guessed from its README.md."""
