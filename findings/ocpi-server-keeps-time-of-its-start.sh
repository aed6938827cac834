#!/usr/bin/env bash
# An OCPI server leaves out what changed since it was started, and dates all answers to its start.
#
# Versions: py-ocpi 0.3.1, fastapi 0.68.2, pydantic 1.10.27, httpx 0.23.3 (PyPI), OCPI 2.2.1
# Guess: a partner who asks for sessions without "date_to" gets all, up to this moment. The
# "timestamp" of an answer is the time of the answer, written like 2026-05-01T10:00:00Z.
# Observed: both are computed once, when the package is imported. The store is asked for changes up
# to that moment, so a server that has run for a week offers the sessions of last week, with no
# error and a total which fits. Only a partner who sends "date_to" gets the new ones. The timestamp
# has a blank in place of the "T".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    py-ocpi==0.3.1 fastapi==0.68.2 pydantic==1.10.27 httpx==0.23.3

cat >expected <<'END'
changed before the start: total 1
changed after the start: total 0
changed after the start, with date_to: total 1
answer dated after the start: False
the same timestamp in all answers: True
"T" in the timestamp: False
END
cat >serve.py <<'END'
import asyncio
from base64 import b64encode
from datetime import datetime, timedelta, timezone

import httpx
from py_ocpi import get_application
from py_ocpi.core.adapter import Adapter
from py_ocpi.core.crud import Crud
from py_ocpi.core.enums import RoleEnum
from py_ocpi.modules.versions.enums import VersionNumber

start = datetime.now(timezone.utc)
PATH = "/ocpi/cpo/2.2.1/sessions/"
TOKEN = {"Authorization": "Token " + b64encode(b"partner").decode()}


class Store(Crud):
    """Has one session, and counts it if it changed before the end that is asked for."""

    @classmethod
    async def list(cls, module, role, filters, *arguments, **more):
        # A time without a zone is the server's own.
        return [], int(cls.changed <= filters["date_to"].astimezone(timezone.utc)), True


async def main():
    app = get_application([VersionNumber.v_2_2_1], [RoleEnum.cpo], Store, Adapter)
    tomorrow = (start + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    timestamps = []
    async with httpx.AsyncClient(app=app, base_url="http://cpo.example") as partner:
        for name, changed, wanted in (
            ("changed before the start", start - timedelta(hours=1), {}),
            ("changed after the start", datetime.now(timezone.utc), {}),
            (
                "changed after the start, with date_to",
                datetime.now(timezone.utc),
                {"date_to": tomorrow},
            ),
        ):
            Store.changed = changed
            answer = await partner.get(PATH, headers=TOKEN, params=wanted)
            timestamps.append(answer.json()["timestamp"])
            print(f"{name}: total {answer.headers['x-total-count']}")
    last = datetime.fromisoformat(timestamps[-1])
    print(f"answer dated after the start: {last > start}")
    print(f"the same timestamp in all answers: {len(set(timestamps)) == 1}")
    print(f'"T" in the timestamp: {"T" in timestamps[-1]}')


asyncio.run(main())
END
venv/bin/python serve.py | tee observed
diff expected observed
