"""Comments, pull requests and reports. The sentences of problems are in bot.rules."""
