"""GitHub's own renderer, called so that it gives its memory back.

cmarkgfm frees neither the tree nor the HTML it makes, about 4 MB for 600 rows, which adds up in a
queue of issues. The functions for it are in its library, but not among those exported to Python:
https://github.com/theacodes/cmarkgfm/blob/main/src/cmarkgfm/cmark.cffi.h

It also fails on the entity of a code point that is no character, such as `&#65534;`, for which
cmark writes bytes that are no text.
"""

import ctypes
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cmarkgfm import _cmark, cmark

from bot.document.html import to_safe

_EXTENSION_NAMES = ("table", "autolink", "tagfilter", "strikethrough", "tasklist")
_OPTIONS = cmark.Options.CMARK_OPT_GITHUB_PRE_LANG | cmark.Options.CMARK_OPT_SOURCEPOS


class _Allocator(ctypes.Structure):
    """https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/src/cmark-gfm.h."""

    _fields_ = [
        ("calloc", ctypes.c_void_p),
        ("realloc", ctypes.c_void_p),
        ("free", ctypes.CFUNCTYPE(None, ctypes.c_void_p)),
    ]


_library = ctypes.CDLL(_cmark.__file__)
# Where the library hides them, as on Windows, the memory stays taken until the process ends.
_free_node = getattr(_library, "cmark_node_free", None)
_get_allocator = getattr(_library, "cmark_get_default_mem_allocator", None)
if _get_allocator:
    _get_allocator.restype = ctypes.POINTER(_Allocator)


# The functions to walk through a tree.
_can_walk = hasattr(_library, "cmark_iter_new")
_DONE, _ENTER = 1, 2  # https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/src/iterator.h
_TEXT = 0xC001  # https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/src/cmark-gfm.h
_BREAK = re.compile(r"</?br\s*/?>", re.IGNORECASE)  # browsers show both as one
if _can_walk:
    for name in ("iter_new", "iter_get_node", "node_new", "node_previous", "node_next"):
        getattr(_library, f"cmark_{name}").restype = ctypes.c_void_p
    for name in ("node_get_type_string", "node_get_literal"):
        getattr(_library, f"cmark_{name}").restype = ctypes.c_char_p


def render(text: str) -> str:
    """GitHub Flavored Markdown as safe HTML with places in the source, and raw HTML left out."""
    parser = cmark.parser_new(options=_OPTIONS)
    try:
        for extension in _extensions():
            cmark.parser_attach_syntax_extension(parser, extension)
        cmark.parser_feed(parser, text)
        root = cmark.parser_finish(parser)
        if _can_walk and _BREAK.search(text):
            _part_at_breaks(_address(root))
        html = _html(root)
    finally:
        cmark.parser_free(parser)
    if _free_node:
        _free_node(_address(root))
    return html


@cache
def _extensions() -> list[Any]:
    cmark.core_extensions_ensure_registered()
    return [cmark.find_syntax_extension(name) for name in _EXTENSION_NAMES]


def _html(root: Any) -> str:
    html = _cmark.lib.cmark_render_html(root, _OPTIONS, _cmark.ffi.NULL)
    text = to_safe(_cmark.ffi.string(html))
    if _get_allocator:
        _get_allocator().contents.free(_address(html))
    return text


def _address(pointer: Any) -> ctypes.c_void_p:
    return ctypes.c_void_p(int(_cmark.ffi.cast("uintptr_t", pointer)))


def _part_at_breaks(root: ctypes.c_void_p) -> None:
    """Put a space at each `<br>` in a cell: HTML is left out, but this parts words."""
    for node in list(_breaks_in_cells(root)):
        before = _literal(ctypes.c_void_p(_library.cmark_node_previous(node)))
        after = _literal(ctypes.c_void_p(_library.cmark_node_next(node)))
        if not before.endswith(b" ") and not after.startswith(b" "):
            space = ctypes.c_void_p(_library.cmark_node_new(_TEXT))
            _library.cmark_node_set_literal(space, b" ")
            _library.cmark_node_insert_before(node, space)


def _breaks_in_cells(root: ctypes.c_void_p) -> Iterator[ctypes.c_void_p]:
    iterator = ctypes.c_void_p(_library.cmark_iter_new(root))
    is_cell = False
    while (event := _library.cmark_iter_next(iterator)) != _DONE:
        node = ctypes.c_void_p(_library.cmark_iter_get_node(iterator))
        kind = _library.cmark_node_get_type_string(node)
        if kind == b"table_cell":
            is_cell = event == _ENTER
        elif is_cell and kind == b"html_inline" and _BREAK.fullmatch(_literal(node).decode()):
            yield node
    _library.cmark_iter_free(iterator)


def _literal(node: ctypes.c_void_p) -> bytes:
    """The text of a node, if it has one; of none that is missing."""
    return _library.cmark_node_get_literal(node) or b""
