"""A git clone on disk, as the host of the same decisions: commits on branches, no work tree."""

import os
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from bot.document.lines import decode
from bot.forms.issue import BRANCH_PREFIX
from bot.github.commit import BotBranch, with_fingerprint
from bot.local.git import run_git
from bot.render.desired import Proposed

_ENGLISH = {"LC_ALL": "C"}  # the messages of git, which differ by language
_PLAIN = (
    "-c",
    "log.showSignature=false",
    "-c",
    "i18n.logOutputEncoding=UTF-8",
    "-c",
    "i18n.commitEncoding=UTF-8",
)
_ELSEWHERE = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"}
_NAME, _EMAIL = "charger-bot", "charger-bot@localhost"


class WrongClone(Exception):
    """The place on disk is not one in which branches can be made; this is wrong usage."""


class BranchOutcome(StrEnum):
    """The outcome for a branch."""

    MADE = "made"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    TAKEN_OVER = "left alone, since a person has taken it over"


class CloneBase(NamedTuple):
    """A commit for branches to start from, and the list in it."""

    commit: str
    readme: str


class Clone:
    """The clone around a README.md."""

    def __init__(self, readme: Path) -> None:
        self._folder = readme.resolve().parent
        top = Path(self._git("rev-parse", "--show-toplevel").strip())
        self._path = readme.resolve().relative_to(top).as_posix()
        self._folder = top

    def base(self) -> CloneBase:
        """The commit checked out.

        Raises WrongClone on a branch of the bot, which is no base for another.
        """
        if not self._oid("HEAD"):
            raise WrongClone("the clone has no commit yet")
        branch = self._git("rev-parse", "--abbrev-ref", "HEAD").strip()
        if branch.startswith(BRANCH_PREFIX):
            raise WrongClone(
                f"the branch {branch} is checked out; switch to the default branch first"
            )
        commit = self._git("rev-parse", "HEAD^{commit}").strip()
        readme = self._git_bytes("cat-file", "blob", f"{commit}:{self._path}")
        return CloneBase(commit, decode(readme))

    def has(self, branch: str) -> bool:
        """Whether there is such a branch."""
        return bool(self._git("for-each-ref", f"refs/heads/{branch}"))

    def apply(
        self, branch: str, proposed: Proposed, base: CloneBase
    ) -> tuple[BranchOutcome, CloneBase]:
        """Bring a branch to one commit on its base; the same call again changes nothing.

        Raises WrongClone where the branch is checked out.
        """
        ref = f"refs/heads/{branch}"
        if folder := self._git("for-each-ref", "--format=%(worktreepath)", ref).strip():
            raise WrongClone(
                f"the branch {branch} is checked out in {folder}; switch to another there first"
            )
        there = self._branch(branch)
        if there and not there.is_ours:
            return BranchOutcome.TAKEN_OVER, base
        blob = self._git("hash-object", "-w", "--stdin", given=proposed.readme).strip()
        if there:
            base_readme = self._oid(f"{base.commit}:{self._path}")
            if there.matches(proposed.commit_message, blob, base_readme):
                return BranchOutcome.UNCHANGED, CloneBase(there.tip, proposed.readme)
        commit = self._commit(proposed.commit_message, blob, base.commit)
        self._git("update-ref", ref, commit, there.tip if there else "")
        outcome = BranchOutcome.MOVED if there else BranchOutcome.MADE
        return outcome, CloneBase(commit, proposed.readme)

    def _commit(self, message: str, blob: str, parent: str) -> str:
        mode = self._git("ls-tree", parent, "--", self._path).partition(" ")[0]
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            self._git("read-tree", parent, env=index)
            self._git("update-index", "--cacheinfo", f"{mode},{blob},{self._path}", env=index)
            tree = self._git("write-tree", env=index).strip()
        # The date of the parent, so that the same change is the same commit.
        date = self._git("log", "-1", "--format=%cI", parent).strip()
        who = {}
        for role in ("AUTHOR", "COMMITTER"):
            who[f"GIT_{role}_NAME"] = _NAME
            who[f"GIT_{role}_EMAIL"] = _EMAIL
            who[f"GIT_{role}_DATE"] = date
        text = with_fingerprint(message, parent, tree) + "\n"
        return self._git("commit-tree", tree, "-p", parent, given=text, env=who).strip()

    def _branch(self, name: str) -> BotBranch | None:
        tip = self._git("for-each-ref", "--format=%(objectname)", f"refs/heads/{name}").strip()
        if not tip:
            return None
        parents, tree, message = self._git("log", "-1", "--format=%P%n%T%n%B", tip).split("\n", 2)
        return BotBranch(
            tip=tip,
            parents=tuple(parents.split()),
            tree=tree,
            message=message.rstrip("\n"),
            readme=self._oid(f"{tip}:{self._path}"),
            parent_readme=self._oid(f"{tip}^:{self._path}"),
        )

    def _oid(self, name: str) -> str:
        """The id of an object; empty where there is none."""
        return self._git("rev-parse", "--verify", "--quiet", name, may_fail=True).strip()

    def _git(
        self,
        *arguments: str,
        given: str | None = None,
        may_fail: bool = False,
        env: dict[str, str] | None = None,
    ) -> str:
        output = self._git_bytes(*arguments, given=given, may_fail=may_fail, env=env)
        return output.decode(errors="replace")

    def _git_bytes(
        self,
        *arguments: str,
        given: str | None = None,
        may_fail: bool = False,
        env: dict[str, str] | None = None,
    ) -> bytes:
        """Run git and take its output byte for byte; its own message names the error.

        Raises WrongClone, and MaintainerError without git.
        """
        kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
        done = run_git(
            self._folder,
            *_PLAIN,
            *arguments,
            given=given.encode() if given is not None else None,
            env=kept | _ENGLISH | (env or {}),
        )
        if done.returncode and not may_fail:
            message = done.stderr.decode(errors="replace").strip()
            if "not a git repository" in message:
                message = f"{self._folder} is in no git repository"
            raise WrongClone(message.removeprefix("fatal: "))
        return done.stdout
