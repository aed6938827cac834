"""The bot that turns issue forms into edits of the list of EV chargers and their OCPP support."""
