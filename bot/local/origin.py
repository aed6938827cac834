"""The repository a clone comes from."""

import re
from pathlib import Path

from bot.local.git import ask_git

_WEB = re.compile(r"https?://(?:[^@/]*@)?(?P<host>[^/@]+)/(?P<path>.+)")
_SSH = re.compile(r"ssh://(?:[^@/]*@)?(?P<host>[^/@:]+)(?::\d+)?/(?P<path>.+)")
_SCP = re.compile(r"(?:[^@/:]*@)?(?P<host>[^/@:]+):(?P<path>[^/].*)")


def origin_address(folder: Path) -> str | None:
    """The web address of the remote `origin` of the clone around a folder; None without one.

    The three ways in which git writes a remote: https://git-scm.com/docs/git-clone#_git_urls
    A user name or token in it is left out.
    """
    remote = (ask_git(folder, "remote", "get-url", "origin") or "").strip()
    match = _WEB.fullmatch(remote) or _SSH.fullmatch(remote) or _SCP.fullmatch(remote)
    if match is None:  # no remote, or a folder on disk
        return None
    path = match["path"].rstrip("/").removesuffix(".git")
    return f"https://{match['host']}/{path}"


def origin_name(folder: Path) -> str | None:
    """The same repository as OWNER/NAME."""
    address = origin_address(folder)
    return "/".join(address.split("/")[-2:]) if address else None
