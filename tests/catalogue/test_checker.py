"""The quick validator says yes exactly where the telling one finds nothing."""

import copy
import random
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.model import FOLDING_KINDS
from generator.catalogue.schema import schemas
from generator.catalogue.validators import partial_validator, validator
from generator.reading import Document, read_yaml

CATALOG = Path(__file__).parents[2] / "catalog"
KINDS = sorted(set(schemas()) - {"common"})
WRONG: list[Any] = [
    None, True, 0, 1, -1, 1.0, 1.5, "", "x", "甲" * 201, "2020-13-45", "2020\n", "a-b\n", "A b", "一" * 40, [],
    ["x", "x"], [1, 1.0], [True, 1], {}, {"x": 1}, {"id": "x"}, "http://a b", "https://例.cn/", "javascript:x",
]  # fmt: skip


def values_of(kind: str) -> list[Any]:
    files = CATALOG.rglob(f"{kind}/*.yaml" if kind not in ("place", "redirects") else f"{kind}.yaml")
    read = [read_yaml(path.read_bytes(), path.name) for path in sorted(files)[::7]]
    return [document.value for document in read if isinstance(document, Document)]


def edited(value: Any, randomness: random.Random) -> Any:
    """Return a copy of a value after one edit somewhere in it: gone, unknown, said twice or of another make."""
    value = copy.deepcopy(value)
    holder = value
    while True:
        inside = list(holder.values()) if isinstance(holder, dict) else holder
        nested = [entry for entry in inside if isinstance(entry, (dict, list)) and entry]
        if not nested or randomness.random() < 0.3:
            break
        holder = randomness.choice(nested)
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    key, edit = randomness.choice(keys), randomness.randrange(4)
    if edit == 0:
        del holder[key]
    elif edit == 1 and isinstance(holder, dict):
        holder[randomness.choice(["unknown", "verdict", "from", "set"])] = randomness.choice(WRONG)
    elif edit == 1:
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[key] = copy.deepcopy(randomness.choice(WRONG))
    return value


@pytest.mark.parametrize("kind", KINDS)
def test_the_two_agree_on_real_values_and_on_values_after_one_edit(kind: str) -> None:
    randomness = random.Random(kind)
    checkers = [validator(kind), *([partial_validator(kind)] if kind in FOLDING_KINDS else [])]
    refused = 0
    for value in values_of(kind):
        for candidate in (value, *(edited(value, randomness) for _ in range(6))):
            for checker in checkers:
                good = not any(checker.telling.iter_errors(candidate))
                assert checker.quick.is_valid(candidate) is good, candidate
                refused += not good
    assert refused or not values_of(kind)


@pytest.mark.parametrize(
    "text", ["2020-01-01\n", "\n2020-01-01", "2020-01-01 ", "２０２０-01-01", "2020-01-01\x85"]
)
def test_a_pattern_holds_for_the_whole_text(text: str) -> None:
    value = {"title": "甲", "kind": "law", "copy": "primary", "read": "full", "issued": text}
    assert not validator("sources").quick.is_valid(value)
    assert validator("sources").quick.is_valid({**value, "issued": "2020-01-01"})
