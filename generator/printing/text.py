"""Characters that may not be printed, and the check of every string of a sheet before it is set."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from generator.printing.fonts import Face
from generator.printing.problems import InvisibleCharacter, MissingGlyph, Problem

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def hidden(character: str) -> bool:
    """Tell whether a character leaves no mark: controls, direction marks, joiners, line separators."""
    return unicodedata.category(character) in _HIDDEN


def is_variation_selector(character: str) -> bool:
    """Tell whether a character only picks a variant of the one before it (VS1-VS16, VS17-VS256)."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def strings(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string inside plain data with its path: ("values.2.value", "350")."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from strings(inner, f"{where}.{key}" if where else str(key))
    elif isinstance(value, Iterable):
        for index, inner in enumerate(value):
            yield from strings(inner, f"{where}.{index}")


def unprintable(value: object, faces: tuple[Face, ...]) -> tuple[Problem, ...]:
    """Return each character in the strings of `value` that is hidden or that no face has, once a field."""
    names = "、".join(face.family for face in faces)
    found: list[Problem] = []
    for where, text in strings(value):
        for character in dict.fromkeys(text):
            if hidden(character):
                found.append(InvisibleCharacter(where, character))
            elif not any(character in face.characters for face in faces):
                found.append(MissingGlyph(where, character, names))
    return tuple(found)
