"""The text of a PDF. Use it only in a process with limits."""

import io
import time
from collections.abc import Iterator

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from bot.evidence.page_text import MAX_TEXT, PageText, Unreadable, clean_title

_MAX_PAGES = 300
# What pypdf raises for files which are damaged or beyond it, some of it beside its own errors.
_DAMAGED = (
    DependencyError,
    PyPdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def read_pdf(body: bytes, seconds: float) -> PageText:
    """The text of a PDF as far as the time goes, and up to the first damage. Raises Unreadable."""
    parts: list[str] = []
    title = None
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("the PDF is encrypted")
        if reader.metadata:
            title = reader.metadata.title
        parts.extend(_texts(reader, time.monotonic() + seconds))  # also those before an error
    except _DAMAGED as error:
        if not parts:
            raise Unreadable("the PDF is damaged, or of a kind that cannot be read") from error
    text = "\n".join(parts)[:MAX_TEXT]
    if not text.strip():
        raise Unreadable("the PDF holds pictures and no text")
    return PageText(text, "", clean_title(title), is_complete=False)


def _texts(reader: pypdf.PdfReader, end: float) -> Iterator[str]:
    """Each page plain and by its layout.

    Either way alone loses words: by the layout what is drawn through a form object, plain the rows
    of tables.
    """
    for page in reader.pages[:_MAX_PAGES]:
        for mode in ("plain", "layout"):
            if time.monotonic() > end:
                return
            yield page.extract_text(extraction_mode=mode)
