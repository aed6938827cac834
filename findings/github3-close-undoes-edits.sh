#!/usr/bin/env bash
# A bot that closes an issue with github3.py undoes what people changed in the meantime.
#
# Versions: github3.py 4.0.1 (PyPI), against a plain HTTP server on loopback
# Guess: close() sends the new state only, like the button. Title, body, labels and assignees stay
# as they are on GitHub.
# Observed: it sends all of them as they were when the bot read the issue. An edited title and body
# are reset, a new label is removed and a removed one returns. Of several assignees only one is
# sent. reopen() does the same, and close() of a pull request sends its old title and body.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check github3.py==4.0.1

cat >expected <<'END'
bot reads: Zaptec / OCPP 1.6 / needs-info
author edits: Zaptec Go / OCPP 1.6J / new-charger
bot closes: Zaptec / OCPP 1.6 / needs-info
sent: assignee=ada body=OCPP 1.6 labels=needs-info state=closed title=Zaptec
END
cat >close.py <<'END'
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import github3

PATH = "/api/v3/repos/example/list/issues/7"
USER_KEYS = """avatar_url events_url followers_url following_url gists_url gravatar_id html_url
    organizations_url received_events_url repos_url starred_url subscriptions_url type url"""
TIME = "2026-01-01T00:00:00Z"
issue = {"title": "Zaptec", "body": "OCPP 1.6", "labels": ["needs-info"], "state": "open"}
sent = {}


def user(login):
    return dict.fromkeys(USER_KEYS.split(), "") | {"login": login, "id": 1, "site_admin": False}


def as_github_shows_it(base):
    labels = [{"name": name, "color": "ededed", "url": base} for name in issue["labels"]]
    people = {"user": user("eva"), "assignee": user("ada"), "assignees": [user("ada"), user("bo")]}
    links = {"comments_url": "", "events_url": "", "labels_url": "", "html_url": "", "url": base}
    times = {"created_at": TIME, "updated_at": TIME, "closed_at": None}
    rest = {"id": 1, "number": 7, "comments": 0, "locked": False, "milestone": None}
    texts = {"body_html": "", "body_text": "", "closed_by": None}
    return issue | people | links | times | rest | texts | {"labels": labels}


class GitHub(BaseHTTPRequestHandler):
    def do_GET(self):
        base = f"http://127.0.0.1:{self.server.server_port}{PATH}"
        body = json.dumps(as_github_shows_it(base)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_PATCH(self):
        sent.update(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        issue.update({key: value for key, value in sent.items() if key in issue})
        self.do_GET()

    def log_message(self, *arguments):
        pass


def show(moment):
    print(f"{moment}:", " / ".join([issue["title"], issue["body"], *issue["labels"]]))


server = HTTPServer(("127.0.0.1", 0), GitHub)
threading.Thread(target=server.serve_forever, daemon=True).start()
bot = github3.GitHubEnterprise(f"http://127.0.0.1:{server.server_port}", token="example")
read = bot.issue("example", "list", 7)
show("bot reads")
issue |= {"title": "Zaptec Go", "body": "OCPP 1.6J", "labels": ["new-charger"]}
show("author edits")
read.close()
show("bot closes")
sent["labels"] = ",".join(sent["labels"])
print("sent:", " ".join(f"{key}={value}" for key, value in sorted(sent.items())))
END
venv/bin/python close.py | tee observed
diff expected observed
