"""Which item a name on a list means: the same name, a known other name, the same but for filling words, or a doubt.

Only the first three give an item; whatever merely looks alike is a candidate for a person to judge.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from opencc import OpenCC

from generator.catalogue.model import Catalogue, strings
from generator.resolve.directory import Directory, Item

How = Literal["name", "alias", "filling", "doubt", "none"]
LIKE = 0.5  # from this score on a name is shown as a candidate
_FILLING = re.compile(
    r"证明(事项|材料|信|书)?|居民|村民|本人|个人|情况|状况|事项|关于|出具|开具|办理|[的之及和与、·\W_]"
)


@dataclass(frozen=True)
class Candidate:
    """An item that a name may mean, with the name it is known by and how alike they are (0 to 1)."""

    item: str
    name: str
    score: float


@dataclass(frozen=True)
class Match:
    """What a name means: the item where it is known, else what it looks like, the likest first."""

    how: How
    item: str = ""
    name: str = ""
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Names:
    """The names of a directory's items of one kind: as written, and bare of filling words."""

    own: Mapping[str, frozenset[str]]
    others: Mapping[str, frozenset[str]]
    bare: Mapping[str, frozenset[str]]
    shown: Mapping[str, str]
    places: tuple[str, ...]

    def match(self, name: str) -> Match:
        """Return what a name means; where two items fit equally well it is a doubt."""
        written = tidy(name)
        ways: tuple[tuple[How, Mapping[str, frozenset[str]], str], ...] = (
            ("name", self.own, written), ("alias", self.others, written), ("filling", self.bare, self._bare(name)),
        )  # fmt: skip
        for how, names, text in ways:
            found = names.get(text, frozenset()) if text else frozenset()
            if len(found) == 1:
                (item,) = found
                return Match(how, item, self.shown[item])
            if found:
                return Match(
                    "doubt", candidates=tuple(Candidate(i, self.shown[i], 1.0) for i in sorted(found))
                )
        alike = self._alike(name)
        return Match("doubt" if alike else "none", candidates=alike)

    def _alike(self, name: str) -> tuple[Candidate, ...]:
        best: dict[str, float] = {}
        bare = self._bare(name)
        for known, items in self.bare.items():
            score = SequenceMatcher(None, bare, known, autojunk=False).ratio()
            for item in items if score >= LIKE else ():
                best[item] = max(best.get(item, 0.0), score)
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
        return tuple(Candidate(item, self.shown[item], score) for item, score in ranked)

    def _bare(self, name: str) -> str:
        return bare(name, self.places)


def names_of(catalogue: Catalogue, directory: Directory, kind: str) -> Names:
    """Return the names by which a place's directory knows its items of a kind, replaced ones too."""
    own: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    stripped: dict[str, set[str]] = {}
    places = tuple(
        word
        for path in directory.chain
        for word in (catalogue.places[path].name, catalogue.places[path].short)
    )
    items = directory.of_kind(kind)
    for item in items:
        own.setdefault(tidy(item.name), set()).add(item.id)
        for name in _other_names(item):
            others.setdefault(tidy(name), set()).add(item.id)
        for name in (item.name, *_other_names(item)):
            stripped.setdefault(bare(name, places), set()).add(item.id)
    return Names(
        _frozen(own), _frozen(others), _frozen(stripped), {item.id: item.name for item in items},
        tuple(sorted(places, key=len, reverse=True)),
    )  # fmt: skip


def _other_names(item: Item) -> Iterable[str]:
    held = item.values.get("name")
    old = (str(step.value) for step in held.trail if step.value != held.value) if held else ()
    return (*strings(item.get("aliases")), *old)


def _frozen(names: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(items) for name, items in names.items() if name}


def tidy(name: str) -> str:
    """Return a name as one writes it: no blanks, half-width letters and brackets, simplified characters."""
    return str(_simplified().convert("".join(unicodedata.normalize("NFKC", name).split())))


def bare(name: str, places: Iterable[str] = ()) -> str:
    """Return a tidy name without the words that lists add or drop freely, and without the places' names."""
    text = tidy(name)
    for place in places:
        text = text.replace(place, "")
    return _FILLING.sub("", text)


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")
