"""The workflows that run the bot; what each may do is tried in tests/workflows."""

import yaml

from bot.init.workflows import workflow_texts
from tests.init.reading import ACTION


def test_each_workflow_runs_the_action_at_its_commit():
    texts = workflow_texts(ACTION)
    commands = {}
    for name, text in texts.items():
        assert "<" not in text
        (job,) = yaml.safe_load(text)["jobs"].values()
        checkout, bot = job["steps"]
        assert checkout["uses"].startswith("actions/checkout@")
        assert bot["uses"] == ACTION
        commands[name] = bot["with"]["command"]
    assert commands == {"contribute.yml": "run", "sweep.yml": "sweep", "check.yml": "check"}


def test_only_workflows_which_write_hold_a_token():
    for name, text in workflow_texts(ACTION).items():
        assert ("secrets.BOT_TOKEN" in text) == (name != "check.yml")
        (job,) = yaml.safe_load(text)["jobs"].values()
        rights = set(job["permissions"].values())
        assert rights == ({"read"} if name == "check.yml" else {"write"})
