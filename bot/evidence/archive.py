"""Addresses of archived copies. They are made, not asked for, so a copy may not be there."""

from datetime import date


def archived_copy(address: str, day: date) -> str:
    """The copy in the Internet Archive nearest to a day.

    https://archive.org/help/wayback_api.php
    """
    return f"https://web.archive.org/web/{day:%Y%m%d}/{address}"
