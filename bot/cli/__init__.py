"""The commands: only they read the environment, print and exit."""
