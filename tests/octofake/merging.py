"""Merging two branches by button."""

from typing import TYPE_CHECKING

from .changes import merged_text
from .objects import CellContent, CellContents, GitObjects, Stamp

if TYPE_CHECKING:
    from .pulls import PullRequest
    from .world import User


def merged_tree(objects: GitObjects, ours: str, theirs: str) -> str | None:
    """Return the tree of a merge of two commits, or nothing if they are in conflict."""
    base = objects.merge_base(ours, theirs)
    if base is None:
        return None
    if base == ours:
        return objects.tree_of(theirs)
    return merge_files(
        objects, *(objects.files(objects.tree_of(sha)) for sha in (base, ours, theirs))
    )


def merge_files(
    objects: GitObjects, base: CellContents, ours: CellContents, theirs: CellContents
) -> str | None:
    """Merge file by file."""
    result: dict[str, tuple[int, str]] = {}
    for path in sorted(ours.keys() | theirs.keys()):
        versions = base.get(path), ours.get(path), theirs.get(path)
        found, entry = merge_entry(objects, *versions)
        if not found:
            return None
        if entry:
            result[path] = entry
    return objects.add_tree(result)


def merge_entry(
    objects: GitObjects, base: CellContent, ours: CellContent, theirs: CellContent
) -> tuple[bool, CellContent]:
    """Tell whether three versions of a file can be merged, and to what."""
    if theirs in (ours, base):
        return True, ours
    if ours == base:
        return True, theirs
    if not (base and ours and theirs):
        return False, None
    merged = merged_text(*(objects.blob(sha) for _, sha in (base, ours, theirs)))
    return (False, None) if merged is None else (True, (ours[0], objects.add_blob(merged)))


def merge_commit(pull: "PullRequest", tree: str, by: "User", method: str) -> str:
    """Make the commit of a merge by button: it is the user's, committed and signed by GitHub."""
    world, squash = pull.world, method == "squash"
    now = world.tick()
    message = f"Merge pull request #{pull.number} from {pull.head_repository.owner.login}/{pull.head}\n\n{pull.title}"
    return pull.repository.objects.add_commit(
        tree,
        [pull.base_sha] if squash else [pull.base_sha, pull.head_sha],
        f"{pull.title} (#{pull.number})" if squash else message,
        Stamp(by.login, by.email, now),
        Stamp("GitHub", world.web_flow.email, now),
        signed=True,
    )
