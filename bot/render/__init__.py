"""The messages: every sentence that the bot says to a person."""
