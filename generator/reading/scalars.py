"""What a plain YAML scalar means under the YAML 1.2 core schema, and nothing else.

`no` is text, `0777` is text, `2024-02-30` is text: nothing is guessed, so nothing can be guessed wrong.
"""

import re

Scalar = str | int | float | bool | None

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,3})?")


def resolve_plain(text: str) -> Scalar:
    """Return the value of an unquoted scalar; whatever is not null, bool, int or float is text.

    Numbers with leading zeros (050000), infinity and NaN stay text, so that the schema refuses them where it
    wants a number and nobody's code loses a digit.
    """
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
