"""The process in which a stranger's page is read, with limits on its time and memory.

Standard input is one line of JSON and the page, standard output one line of JSON.
"""

import json
import resource
import sys
from typing import Literal

from bot.evidence.answer import PageReading
from bot.evidence.html_text import read_html
from bot.evidence.mentions import find_model, find_ocpp, find_versions, fold_text
from bot.evidence.page_text import PageText, Unreadable
from bot.evidence.pdf_text import read_pdf
from bot.evidence.question import Question

_PDF_SHARE = 0.4  # of the seconds; what was read until then counts


def main() -> int:
    """Read one page from standard input."""
    head = json.loads(sys.stdin.buffer.readline())
    resource.setrlimit(resource.RLIMIT_AS, (head["memory"], head["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (head["seconds"], head["seconds"]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    body = sys.stdin.buffer.read()
    question = Question(**head["question"])
    try:
        reading = read_source(body, head["content_type"], question, head["seconds"] * _PDF_SHARE)
        sys.stdout.write(json.dumps({"reading": reading.model_dump()}))
    except Unreadable as error:
        sys.stdout.write(json.dumps({"unread": str(error)}))
    return 0


def read_source(body: bytes, content_type: str, question: Question, seconds: float) -> PageReading:
    """The title of a page, and whether it mentions what is asked for. Raises Unreadable.

    The first bytes decide about the kind, since servers send PDFs under any type.
    """
    if b"%PDF-" in body[:1024]:
        return _look_up(read_pdf(body, seconds), "PDF", question)
    if "html" in content_type or content_type.startswith("text/") or body.lstrip()[:1] == b"<":
        return _look_up(read_html(body, content_type), "HTML", question)
    raise Unreadable("it is neither an HTML page nor a PDF")


def _look_up(page: PageText, kind: Literal["HTML", "PDF"], question: Question) -> PageReading:
    shown = fold_text(page.text)
    hidden = fold_text(page.hidden)
    return PageReading(
        kind=kind,
        is_complete=page.is_complete and not hidden.ocpp,
        title=page.title,
        ocpp=find_ocpp(shown),
        versions=find_versions(shown),
        models=tuple(find_model(shown, model) for model in question.models),
    )


if __name__ == "__main__":
    sys.exit(main())
