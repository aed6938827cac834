"""The three workflows which run the bot as a GitHub Action.

Triggers, permissions and concurrency are those of the workflows of this repository.
"""

UNKNOWN_ACTION = "OWNER/NAME"  # in place of a repository, of a clone made from a folder
_CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"

_CONTRIBUTE = """\
name: Contribute
run-name: "#${{ github.event.issue.number || inputs.issue || github.event.number }}"
on:
  issues:
    types: [opened, edited, labeled, unlabeled, reopened, closed, unlocked]
  issue_comment: # an answer given as a comment, to which the bot replies
    types: [created]
  pull_request_target: # zizmor: ignore[dangerous-triggers] nothing of the pull request is run
    types: [closed, reopened]
  workflow_dispatch:
    inputs:
      issue: {description: Number of the issue to look at again, type: number, required: true}
permissions: {}
concurrency: # one run at a time for each issue; the newest of those waiting sees all changes
  group: >-
    contribute-${{ github.head_ref
    || format('bot/issue-{0}', github.event.issue.number || inputs.issue) }}
  cancel-in-progress: false
jobs:
  contribute:
    name: From issue to pull request
    runs-on: ubuntu-latest
    timeout-minutes: 10
"""

_SWEEP = """\
name: Sweep
on:
  push:
    paths: [README.md, .github/list.yml, ".github/ISSUE_TEMPLATE/**"]
    branches-ignore: ["bot/**"]
  schedule:
    - cron: "17 3 * * *"
  workflow_dispatch:
permissions: {}
concurrency:
  group: sweep-${{ github.ref }}
  cancel-in-progress: false
jobs:
  sweep:
    name: Every open submission
    if: github.event_name != 'push' || github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-latest
    timeout-minutes: 60
"""

# The rest of the two workflows which write.
_WRITING = """\
    permissions:
      contents: write # the branches and their commits
      issues: write # the replies and the labels
      pull-requests: write # the pull requests
    steps:
      - name: Check out the list and the forms
        uses: <checkout>
        with: {persist-credentials: false}
      - name: Run the bot
        uses: <action>
        with:
          command: <command>
          token: ${{ secrets.BOT_TOKEN || github.token }} # zizmor: ignore[secrets-outside-env]
"""

_CHECK = """\
name: Check
on:
  pull_request:
    paths: [README.md, .github/list.yml, ".github/ISSUE_TEMPLATE/**"]
permissions: {}
concurrency:
  group: check-${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  check:
    name: The list
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read # the list
    steps:
      - name: Check out the merged list, and the list before it
        uses: <checkout>
        with: {persist-credentials: false, fetch-depth: 2}
      - name: Run the bot
        uses: <action>
        with: {command: check}
"""

_TEXTS = {
    "contribute.yml": _CONTRIBUTE + _WRITING.replace("<command>", "run"),
    "sweep.yml": _SWEEP + _WRITING.replace("<command>", "sweep"),
    "check.yml": _CHECK,
}


def workflow_texts(action: str) -> dict[str, str]:
    """The texts of the workflows by file name; `action` is OWNER/NAME@SHA."""
    texts = {}
    for file, text in _TEXTS.items():
        texts[file] = text.replace("<checkout>", _CHECKOUT).replace("<action>", action)
    return texts
