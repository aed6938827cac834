"""The doctor: whether the files and settings of a repository are fit for the bot."""
