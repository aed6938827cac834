"""Why an address gave no answer; each message is a clause of ours about the reason."""


class NoAnswer(Exception):
    """No complete HTTP response came."""


class NoConnection(NoAnswer):
    """Not even a connection to the host came about."""


class NotAsked(NoConnection):
    """The host is not on the public internet."""


class NoSuchHost(NoConnection):
    """The name service has no such host."""
