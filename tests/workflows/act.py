"""act, which runs workflows as GitHub does, without Docker: https://nektosact.com.

act emulates actions/checkout. A stub replaces every other action: astral-sh/setup-uv, whose only
effect here would be a uv in PATH, and those which keep and fetch files. In PATH is the uv of the
tests' own environment.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
WORKFLOWS = Path(".github", "workflows")
SCRIPTS = sysconfig.get_path("scripts")
NOWHERE = "http://127.0.0.1:9"  # what asks for another machine gets no answer
_USED = re.compile(r"uses: ((?!actions/checkout@)\S+@[0-9a-f]{40})")
# Keeps what is uploaded at home, and gives it to whoever downloads.
_STUB = """\
uv --version
path="${{ inputs.path }}"
if test -e "$path"; then rm -rf "$HOME/artifact"; cp -r "$path" "$HOME/artifact"
elif test -n "$path"; then mkdir "$path"; cp "$HOME/artifact" "$path/${{ inputs.name }}.json"
fi
"""
# For whoever runs pytest directly: no uv can make wheels of what is installed, so this one checks
# what it is asked for and links the environment of the tests.
_UV = """\
#!/bin/sh
set -eu
for last; do :; done
case "$*" in
--version) echo stub ;;
"venv --python >=3.11,<3.15") {python} -m venv --without-pip .venv ;;
"venv --allow-existing --python >=3.11,<3.15 "*) {python} -m venv --without-pip "$last" ;;
"pip sync "*"--require-hashes --only-binary :all: requirements/run.txt")
    test -s requirements/run.txt
    if [ "$3" = --python ]; then folder=$4; else folder=.venv; fi
    echo {packages} >"$(echo "$folder"/lib/python*/site-packages)/tests.pth" ;;
*) echo "uv $* is not what this stub knows" >&2; exit 2 ;;
esac
"""


@dataclass(frozen=True)
class Run:
    """What a run of the workflow has left."""

    status: int
    entries: list[dict[str, Any]]

    @property
    def printed(self) -> str:
        """What the steps have printed, as the runner reads it."""
        return "".join(entry["msg"] for entry in self.entries if entry.get("raw_output"))

    @property
    def commands(self) -> dict[str, str]:
        """The commands which the runner has obeyed, the summary among them, with their content."""
        found = {}
        for entry in self.entries:
            if "command" in entry:
                found[entry["command"]] = entry.get("content", "") or entry.get("arg", "")
        return found


class Act:
    """A machine with nothing but PATH and a home of its own, and a clone as its repository.

    `actions` are folders in place of actions of other repositories, by OWNER/NAME@SHA.
    """

    def __init__(self, folder: Path, clone: Path, api: str, actions: Mapping[str, Path]) -> None:
        self.folder, self.clone, self.api = folder, clone, api
        self.bin, self.home = folder / "bin", folder / "home"
        self.bin.mkdir()
        self.home.mkdir()
        self.variables = self._lay_out_uv()
        stub = self._stub()
        self.actions = dict.fromkeys(_used_actions(), stub) | dict(actions)

    def run(
        self, event: str, payload: dict[str, Any], workflow: str = "contribute.yml", **secrets: str
    ) -> Run:
        """Let an event happen."""
        path = self.folder / "event.json"
        path.write_text(json.dumps(payload))
        environment = self.environment()
        environment |= {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE, "NO_PROXY": "127.0.0.1"}
        api = {"GITHUB_API_URL": self.api, "GITHUB_GRAPHQL_URL": f"{self.api}/graphql"}
        command = [f"{SCRIPTS}/act", event, "--json", "--no-cache-server", f"--eventpath={path}"]
        command += [f"--workflows={WORKFLOWS / workflow}", "--platform=ubuntu-latest=-self-hosted"]
        command += [f"--local-repository={name}={at}" for name, at in self.actions.items()]
        for name, value in (environment | api | self.variables).items():
            command.append(f"--env={name}={value}")
        for name, value in ({"GITHUB_TOKEN": "actions-token"} | secrets).items():
            command.append(f"--secret={name}={value}")
        done = subprocess.run(
            command, cwd=self.clone, env=environment, capture_output=True, text=True, check=False
        )
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        assert lines, f"act has not run: {done.stderr}"
        return Run(done.returncode, [json.loads(line) for line in lines])

    def environment(self) -> dict[str, str]:
        """The variables of the machine."""
        path = os.pathsep.join([str(self.bin), SCRIPTS, os.environ["PATH"]])
        home = str(self.home)
        return {"PATH": path, "HOME": home, "TMPDIR": home, "GIT_CONFIG_NOSYSTEM": "1"}

    def _lay_out_uv(self) -> dict[str, str]:
        """Where the locked packages come from without a network.

        `make test` has installed them from a cache of which it gives the name: uv itself installs
        them from there, hashes and all.
        """
        cache = os.environ.get("UV_CACHE_DIR")
        if cache and Path(cache).is_dir():
            index = re.compile("UV_.*(INDEX|LINKS|CONFIG)")
            variables = {name: value for name, value in os.environ.items() if index.match(name)}
            return variables | {"UV_CACHE_DIR": cache, "UV_OFFLINE": "1"}
        packages = shlex.quote(sysconfig.get_path("purelib"))
        uv = self.bin / "uv"
        uv.write_text(_UV.format(python=shlex.quote(sys.executable), packages=packages))
        uv.chmod(0o755)
        return {}

    def _stub(self) -> Path:
        folder = self.folder / "stub"
        folder.mkdir()
        action = {
            "name": "stub",
            "description": "stub",
            "inputs": {
                "path": {"description": "kept, or fetched"},
                "name": {"description": "its name"},
            },
            "runs": {"using": "composite", "steps": [{"run": _STUB, "shell": "bash"}]},
        }
        (folder / "action.yml").write_text(json.dumps(action))
        return folder


def _used_actions() -> set[str]:
    """The actions of others, by OWNER/NAME@SHA, in the workflows and the action of this project."""
    used: set[str] = set()
    for path in [ROOT / "action.yml", *(ROOT / WORKFLOWS).glob("*.yml")]:
        used.update(_USED.findall(path.read_text(encoding="utf-8")))
    return used
