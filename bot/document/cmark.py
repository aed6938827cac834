"""GitHub's own renderer, called so that it gives its memory back.

cmarkgfm never frees the tree that it has parsed, about 2 MB for 600 rows, which adds up in a queue
of issues. The function that frees one is in its library, but not among those that it exports to
Python: https://github.com/theacodes/cmarkgfm/blob/main/src/cmarkgfm/cmark.cffi.h

It also fails on the entity of a code point that is no character, such as `&#65534;`, of which cmark
makes a byte that is no text.
"""

import ctypes

from cmarkgfm import _cmark, cmark

_EXTENSIONS = ("table", "autolink", "tagfilter", "strikethrough", "tasklist")
_OPTIONS = cmark.Options.CMARK_OPT_GITHUB_PRE_LANG | cmark.Options.CMARK_OPT_SOURCEPOS
_free_node = getattr(ctypes.CDLL(_cmark.__file__), "cmark_node_free", None)


def render_html(text: str, *, raw: bool = False) -> str:
    """Render GitHub Flavored Markdown, with places in the source, and with its HTML only where
    it is to be `raw`.
    """
    options = _OPTIONS | cmark.Options.CMARK_OPT_UNSAFE if raw else _OPTIONS
    cmark.core_extensions_ensure_registered()
    parser = cmark.parser_new(options=options)
    try:
        for name in _EXTENSIONS:
            cmark.parser_attach_syntax_extension(parser, cmark.find_syntax_extension(name))
        cmark.parser_feed(parser, text)
        root = cmark.parser_finish(parser)
        html = _cmark.lib.cmark_render_html(root, options, _cmark.ffi.NULL)
        rendered: str = _cmark.ffi.string(html).decode(errors="replace")
    finally:
        cmark.parser_free(parser)
    if _free_node:  # where the library hides it, the memory stays taken until the process ends
        _free_node(ctypes.c_void_p(int(_cmark.ffi.cast("uintptr_t", root))))
    return rendered
