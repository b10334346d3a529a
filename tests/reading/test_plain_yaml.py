"""The fast reader gives the values and places of the strict one, or leaves the file to it."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Finding
from generator.reading.document import Document
from generator.reading.limits import MAX_BYTES
from generator.reading.plain_yaml import read_plain
from generator.reading.text import decode
from generator.reading.yaml_reader import read_strictly, read_yaml
from tests.hostile.tree_cases import tree_cases
from tests.hostile.yaml_cases import yaml_cases
from tests.reading.test_yaml_reader import REFUSED

CATALOG = Path(__file__).parents[2] / "catalog"
FILES = sorted(CATALOG.rglob("*.yaml"))

# What YAML 1.1 and 1.2, or libyaml and ruamel, could read apart.
ODD = [
    "a: {b:c}", "a: {b: c:d}", "a: [b:]", 'a: {"b":c}', 'a: {"b": c}', "a: [b?, ?c]", "a: {? b : c}", "? a\n: b",
    "a: b:c", "a: b :c", "a: -", "a: - b", "- - a\n  - b", "-\n  a: 1", "a:\n- b\n- c", "a:\n-\n- c", "a:", "a: ''",
    "a: ~", "a: no\nb: 0777\nc: 0o14\nd: 1e3\ne: .inf\nf: 1:30", "a: 'it''s'", 'a: "x\\ty"', "a: 'x\n  y'",
    "a: x\n  y",
    "a: |\n  x\n", "a: >-\n  x\n  y\n", "a:\tb", "a: b # c\n# d\nc: d #", "a: b#c", "# a\n\n# b\na: 1\n\n#",
    "a: [1, 2,]", "a: [1, , 2]", "a: {}", "a: []", "a: {b, c: d}", "a: [a: b, c]", "a: [{a: b}, c: d]", "a: @b",
    "a: `b", "a: %b", "a: b%c", "a: &b c", "a: *b", "a: !b c", "a: b!c&d*e", "a: ,b", "a: b, c", "a: ]", "a: b]",
    "a: |", "<<: {a: b}", "a: 1\na: 2", "{a: 1}: 2", "[a]: 2", "1: a", "null: a", "a: \u2028b", "a: b\u0085c",
    "---\na: 1", "a: 1\n...", "a: 1\n---\nb: 2", "%YAML 1.2\n---\na: 1", "a: 1\n ", "a: 1\n\n\n", "  a: 1\n  b: 2",
    "a: 甲：乙", "甲乙: 丙", "甲：乙", "a: 甲\n b",
    "a: '甲\u3000乙 '", "a: 甲 ", "a:  b", "a : b", '"a" : b', "a: =", "=: a",
    "a: b\r\nc: d\r\n", "a: 1\rb: 2", "\ufeffa: 1", "a: 😀 b\nc: 𠮷",
    "- a: 1\n  b: 2\n- c", "a: -1\nb: +1\nc: 1.50",
    "a: " + "x" * 2000, "x" * 1100 + ": b", "a: [" + "b, " * 400 + "c]", "a: " + "[" * 31 + "]" * 31,
    "a: " + "[" * 33 + "]" * 33,
]  # fmt: skip


def agree(text: str) -> bool:
    """Tell whether the fast reader served; fails where it reads what the strict one does not."""
    plain = read_plain(text, "f.yaml")
    if plain is None:
        return False
    strict = read_strictly(text, "f.yaml")
    assert isinstance(strict, Document), (text, strict)
    assert repr(plain.value) == repr(strict.value), text  # 1 is not 1.0, and the order of keys counts
    assert list(plain.values.items()) == list(strict.values.items()), text
    assert list(plain.walk()) == [(path, plain.get(path)) for path in plain.values], text
    assert list(plain.keys.items()) == list(strict.keys.items()), text
    return True


def test_the_whole_catalogue_is_read_fast_and_the_same() -> None:
    served = sum(agree(str(decode(path.read_bytes(), "f.yaml"))) for path in FILES)
    assert served == len(FILES) > 1000


@pytest.mark.parametrize("text", ODD)
def test_what_parsers_read_apart(text: str) -> None:
    decoded = decode(text.encode(), "f.yaml")
    if isinstance(decoded, str):
        agree(decoded)
        agree(decoded + "\n")


@pytest.mark.parametrize("data", [data for name, data, _ in REFUSED if name != "too large"])
def test_what_the_strict_reader_refuses_is_left_to_it(data: bytes) -> None:
    decoded = decode(data, "f.yaml")
    for text in () if isinstance(decoded, Finding) else (decoded, decoded + "\n"):
        assert read_plain(text, "f.yaml") is None
    assert isinstance(read_yaml(data, "f.yaml"), Finding)


def test_hostile_files_are_read_the_same_or_not_at_all() -> None:
    served = 0
    for case in (*yaml_cases(), *tree_cases()):
        content = case.files[case.file] if case.file in case.files else next(iter(case.files.values()))
        decoded = decode(
            content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"), "f.yaml"
        )
        if isinstance(decoded, str) and len(decoded) <= MAX_BYTES:
            served += agree(decoded) + agree(f"{decoded}\n")
    assert served > 200


PIECES = [
    *"abn甲：:-#,[]{}&*!|>'\"%@`?~=<.0129 \n",
    "\n- ",
    "\n  ",
    ": ",
    " #",
    "- ",
    "? ",
    "''",
    "\n---\n",
    "<<: ",
    "\r\n",
]


def mutated(text: str, randomness: random.Random) -> str:
    """Return a text after a few small edits: pieces put in, characters taken out, lines moved or said twice."""
    for _ in range(randomness.randint(1, 4)):
        at = randomness.randrange(len(text) + 1)
        edit = randomness.randrange(4)
        if edit == 0:
            text = text[:at] + randomness.choice(PIECES) + text[at:]
        elif edit == 1:
            text = text[:at] + text[at + randomness.randint(1, 6) :]
        else:
            lines = text.split("\n")
            line, other = randomness.randrange(len(lines)), randomness.randrange(len(lines))
            moved = " " * randomness.randint(0, 4) + lines[line].lstrip() if edit == 2 else lines[line]
            text = "\n".join([*lines[:other], moved, *lines[other:]])
    return text


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([p for p in FILES if p.stat().st_size < 1500]), st.randoms(use_true_random=False))
def test_mutated_files_are_read_the_same_or_not_at_all(path: Path, randomness: random.Random) -> None:
    decoded = decode(mutated(path.read_text("utf-8"), randomness).encode(), "f.yaml")
    if isinstance(decoded, str):
        agree(decoded)


@given(st.text("ab:-[]{}?,#'\" \n01甲", max_size=40))
def test_short_texts_are_read_the_same_or_not_at_all(text: str) -> None:
    agree(text + "\n")
