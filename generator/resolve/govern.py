"""What a place below may change (FOLD F14, F26, F27): the judgement of one leaf, old value against new."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.catalogue.fields import below
from generator.catalogue.model import Source
from generator.findings import Text
from generator.reading.document import Json


@dataclass(frozen=True)
class Refusal:
    """Why a change is not allowed, in Chinese and English; `verdict` when F26 refuses it."""

    zh: str
    en: str
    verdict: bool = False
    follows: bool = False  # it goes with another leaf of its entry that is refused
    gone: bool = False  # there is no item to change: the place above no longer lists it

    @property
    def why(self) -> Text:
        """Return the sentence in both languages."""
        return Text(self.zh, self.en)


@dataclass(frozen=True)
class Move:
    """One leaf from its upper value to a new one (None for absent), by a place of `level` and its document.

    `by_law`: the upper value rests on a law, an administrative regulation or a State Council decision.
    `own_basis`: the place of the step gives a basis for it itself.
    `new_entry`: the leaf is part of an entry of a keyed list that the upper places do not have.
    """

    kind: str
    path: str
    old: Json
    new: Json
    level: str = ""
    by_law: bool = False
    new_entry: bool = False
    own_basis: bool = True
    source: Source | None = None


_RESTS_ON_LAW = Refusal("依据是法律、行政法规或国务院决定", "it rests on law", verdict=True)
_OWN_BASIS = Refusal(
    "上级没有查到规定，本地要写自己的依据（basis）",
    "where nothing is known above it needs its own basis",
    verdict=True,
)
_TIGHTEN = Refusal("下级只能收紧，不能放宽", "a lower place may only restrict", verdict=True)
_POSITIVE = frozenset({"must_issue", "may_issue", "may_refuse"})
# From the heaviest burden on the village to the lightest: a lower place may only move to the right.
_BURDEN = ("statutory", "assist", "participate", "delegated", "optional", "must_not")
_DEMAND = ("required", "optional", "not_allowed")


def judge(move: Move) -> Refusal | None:
    """Return why a lower place may not make this move; None where it may."""
    rule = below(move.kind, move.path, move.level)
    judged: Mapping[str, Callable[[Move], Refusal | None]] = {
        "locked": _locked, "lower": _limit, "verdict": _verdict, "task": _task, "mechanism": _mechanism,
    }  # fmt: skip
    return judged[rule](move) if rule in judged else None


def _locked(move: Move) -> Refusal | None:
    if move.old is None and move.new_entry:
        return None
    return Refusal("这个字段只由最先列出的地方决定", "only the introducing place decides this field")


def _limit(move: Move) -> Refusal | None:
    old, new = move.old, move.new
    if not isinstance(old, (int, float)):
        return None
    if not isinstance(new, (int, float)) or new > old:
        return Refusal(f"只能更严，不能多于 {old}", f"it may only be stricter than {old}")
    return None


def _verdict(move: Move) -> Refusal | None:
    """Judge a certificate's verdict (F26)."""
    old, new = move.old, move.new
    if old == "unknown" and new not in (None, old) and not move.own_basis:
        return _OWN_BASIS
    if old in (None, new, "unknown"):
        return None
    if old == "must_not":
        return Refusal("上级列为不能开的，下级不能放宽", "what the upper place excludes stays excluded", True)
    if old == "not_needed":
        return None if new == "must_not" else _TIGHTEN
    if old in _POSITIVE and move.by_law:
        return _RESTS_ON_LAW
    return None if new in {"not_needed", "must_not"} else _TIGHTEN


def _task(move: Move) -> Refusal | None:
    """Judge a task's verdict: lighter for the village, or heavier by a local regulation; never off `must_not`."""
    old, new = move.old, move.new
    if old in (None, new, "unknown"):
        return None
    if old == "must_not":
        return Refusal(
            "上级列为不得承担的，下级不能放宽", "what the upper place excludes stays excluded", True
        )
    if new not in _BURDEN:
        return _TIGHTEN
    if _BURDEN.index(str(new)) > _BURDEN.index(str(old)):
        return _RESTS_ON_LAW if move.by_law else None
    if move.source is not None and move.source.kind == "local_regulation":
        return None  # a 地方性法规 may lawfully ask more of a village
    return Refusal("加重村级负担要有地方性法规", "only a local regulation may ask more of a village", True)


def _mechanism(move: Move) -> Refusal | None:
    """Judge whether a body is required: a place below may ask for less (意见二（二）第4点)."""
    old, new = move.old, move.new
    if old in (None, new, "unknown") or new is None:
        return None if old in (None, new, "unknown") else _TIGHTEN
    if old == "not_allowed":
        return Refusal("上级列为不得设的，下级不能设", "what the upper place excludes stays excluded", True)
    if new in _DEMAND and _DEMAND.index(str(new)) > _DEMAND.index(str(old)):
        return _RESTS_ON_LAW if move.by_law else None
    return Refusal("不能加设", "a lower place may not ask for more", verdict=True)


def rests_on_law(
    path: str, values: Mapping[str, Json], setter: Source | None, bases: Mapping[str, Source]
) -> bool:
    """Tell whether the verdict at `path` rests on a binding document: its step's source or its case's bases.

    A verdict that is not a case's (tasks, mechanisms), or whose case names no basis, rests on all the item's.
    """
    case = path.rpartition(".")[0]
    cited = values.get(f"{case}.basis") if case else None
    named = list(bases.values())
    if isinstance(cited, list):
        named = [bases[str(name)] for name in cited if str(name) in bases]
    return any(source.binding for source in [*named, *([setter] if setter else [])])
