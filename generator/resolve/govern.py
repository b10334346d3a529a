"""What a place below may change (FOLD F14, F26): the judgement of one leaf, old value against new."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.catalogue.fields import below
from generator.catalogue.model import Source
from generator.reading.document import Json

BasisOf = Callable[[str], bool]


@dataclass(frozen=True)
class Refusal:
    """Why a change is not allowed, in Chinese and English; `verdict` when F26 refuses it."""

    zh: str
    en: str
    verdict: bool = False


_RESTS_ON_LAW = Refusal("依据是法律、行政法规或国务院决定", "it rests on law", verdict=True)
_POSITIVE = frozenset({"must_issue", "may_issue", "may_refuse"})


def judge(kind: str, path: str, old: Json, new: Json, bound_by_law: bool) -> Refusal | None:
    """Return why a lower place may not make `old` into `new`; None where it may.

    `new` is None for a removal. `bound_by_law`: the upper verdict rests on a law, an administrative regulation or
    a State Council decision.
    """
    rule = below(kind, path)
    if rule == "free":
        return None
    if rule == "locked":
        return Refusal("这个字段只由最先列出的地方决定", "the field is locked") if old is not None else None
    if rule == "lower":
        return _judge_limit(old, new)
    return _judge_verdict(old, new, bound_by_law)


def _judge_limit(old: Json, new: Json) -> Refusal | None:
    if not isinstance(old, (int, float)):
        return None
    if not isinstance(new, (int, float)) or new > old:
        return Refusal(f"只能更严，不能多于 {old}", f"it may only be stricter than {old}")
    return None


def _judge_verdict(old: Json, new: Json, bound_by_law: bool) -> Refusal | None:
    if old in (None, new, "unknown"):
        return None
    if old == "must_not":
        return Refusal("上级列为不能开的，下级不能放宽", "what the upper place excludes stays excluded", True)
    if old == "not_needed":
        allowed = {"must_not"}
    elif old in _POSITIVE:
        if bound_by_law:
            return _RESTS_ON_LAW
        allowed = {"not_needed", "must_not"}
    else:
        allowed = set()
    if new in allowed:
        return None
    return Refusal("下级只能收紧，不能放宽", "a lower place may only restrict", verdict=True)


def rests_on_law(
    path: str, values: Mapping[str, Json], setter: Source | None, bases: Mapping[str, Source]
) -> bool:
    """Tell whether the verdict at `path` rests on a binding document: its step's source or its case's bases."""
    case = path.rpartition(".")[0]
    cited = values.get(f"{case}.basis")
    named = [bases[str(name)] for name in cited if str(name) in bases] if isinstance(cited, list) else []
    return any(source.binding for source in [*named, *([setter] if setter else [])])
