"""mistletoe's block parser, imported without the table of Unicode that only its inline parser
looks into.

That table goes through each code point there is, which takes far longer than all else that a
command loads: https://github.com/miyuchina/mistletoe/blob/v1.6.0/mistletoe/core_tokens.py
"""

import sys

_last, sys.maxunicode = sys.maxunicode, 0
try:
    from mistletoe import block_token, span_token
finally:
    sys.maxunicode = _last

__all__ = ["block_token", "span_token"]
