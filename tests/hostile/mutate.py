"""Mutants of real catalogue files: most are still YAML, many still fit the schema, so that rules and fold meet them.

Values are exchanged for those that other real files of the kind have under the same key; a part of the mutants is then
damaged as text. All choices come from the `Random` given, so a mutant is known by its seed.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from generator.reading import Document, Json, read_yaml

CATALOG = Path(__file__).parents[2] / "catalog"
Trail = tuple[str | int, ...]
_HOSTILE: list[Any] = [
    None, True, 0, -1, 1.5, 10**17, "", " ", "null", "2024-02-30", "2020", "2020-12-01", "9999-12-31", "0000", "unstated", "../../x", "national",
    "national/x", "default", "list", "village", "<b>", "{{x}}", "=1+1", "字" * 300, [], {}, [[]], [{}], {"id": "x"}, ["x", "x"], "甲", "a\nb", "a: b", "- a",
]  # fmt: skip
_CHARACTERS = [
    *"\t\n\r :：-'\"[]{},&*!|>%@`#?\\<=",
    "\0",
    "\u202e",
    "\ufeff",
    "\u2028",
    "⾏",
    "\u0301",
    "甲",
    "\ud7ff",
    "😀",
]


@dataclass(frozen=True)
class Target:
    """A real file that mutants are made of, and the files it needs around it (names below the catalogue)."""

    name: str
    kind: str
    document: Document
    around: tuple[Document, ...]


@cache
def targets() -> tuple[Target, ...]:
    """Return every fourth file of the smaller ones of each kind, with its places, sources and the item it adjusts."""
    read = {name: document for name, document in _documents().items() if document.value}
    by_kind: dict[str, list[str]] = defaultdict(list)
    for name in read:
        by_kind[_kind(name)].append(name)
    chosen = [name for names in by_kind.values() for name in names[:: max(1, len(names) // 25)]]
    return tuple(Target(name, _kind(name), read[name], _around(name, read)) for name in chosen)


@cache
def _documents() -> dict[str, Document]:
    found = {}
    for path in sorted(CATALOG.rglob("*.yaml")):
        name = path.relative_to(CATALOG).as_posix()
        if path.stat().st_size < 6_000:
            document = read_yaml(path.read_bytes(), f"catalog/{name}")
            assert isinstance(document, Document)
            found[name] = document
    return found


def _kind(name: str) -> str:
    parts = name.split("/")
    return parts[-1].removesuffix(".yaml") if parts[-1] in ("place.yaml", "redirects.yaml") else parts[-2]


def _around(name: str, read: dict[str, Document]) -> tuple[Document, ...]:
    words = set(re.findall(r"[a-z0-9-]+", json.dumps(read[name].value)))
    folders = name.split("/")[:-1]
    places = ["national", *("/".join(folders[:n]) for n in range(1, len(folders)))]
    wanted = {f"{place}/place.yaml" for place in places}
    named = [f"{place}/sources/{word}.yaml" for place in places for word in sorted(words)]
    wanted |= set([source for source in named if source in read][:3])
    wanted.add("/".join(["national", *name.split("/")[-2:]]))
    return tuple(read[other] for other in sorted(wanted) if other in read and other != name)


@cache
def _values(kind: str) -> dict[str, list[Json]]:
    """Return what the real files of a kind have under each key."""
    found: dict[str, dict[str, Json]] = defaultdict(dict)
    for name, document in _documents().items():
        if _kind(name) == kind:
            for path in document.values:
                keys = [step for step in path if isinstance(step, str)]
                if keys:
                    value = document.get(path)
                    found[keys[-1]].setdefault(json.dumps(value, ensure_ascii=False)[:300], value)
    return {key: list(values.values()) for key, values in found.items()}


def mutant(target: Target, random: Random) -> bytes:
    """Return the bytes of a mutant of a file."""
    value = json.loads(json.dumps(target.document.value))
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        _change(value, target.kind, random)
    text = written(value, random)
    if random.random() < 0.25:
        for _ in range(random.choice((1, 1, 2, 4))):
            text = _damaged(text, random)
    data = text.encode("utf-8", "surrogatepass")
    if random.random() < 0.02:
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.randbytes(random.choice((1, 2, 8))) + data[at:]
    return data.replace(b"\n", b"\r\n") if random.random() < 0.03 else data


def _nodes(value: Any, trail: Trail = ()) -> list[Trail]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [trail, *(deeper for step, child in steps for deeper in _nodes(child, (*trail, step)))]


def _parent(value: Any, trail: Trail) -> Any:
    for step in trail[:-1]:
        value = value[step]
    return value


def _change(value: Any, kind: str, random: Random) -> None:
    trails = [trail for trail in _nodes(value) if trail]
    if not trails:
        return
    trail = random.choice(trails)
    parent, step = _parent(value, trail), trail[-1]
    key = next((s for s in reversed(trail) if isinstance(s, str)), "")
    real = _values(kind)
    match random.choices(
        ("real", "add", "date", "list", "drop", "hostile", "move"), (40, 16, 12, 12, 8, 7, 5)
    )[0]:
        case "real":
            parent[step] = _copy(random.choice(real.get(key, ["x"])))
        case "add" if isinstance(parent, dict):
            new = random.choice(list(real))
            parent[new] = _copy(random.choice(real[new]))
        case "date":
            dated = [
                t
                for t in trails
                if isinstance(_get(value, t), str) and re.match(r"\d{4}(-|$)", _get(value, t))
            ]
            for one in random.sample(dated, min(len(dated), random.choice((1, 2)))):
                _parent(value, one)[one[-1]] = random.choice(
                    ("2019", "2020-12", "2021-01-01", "2022-06-30", "2025", "2026-11-25")
                )
        case "list" if isinstance(parent, list):
            entry = _copy(parent[int(step)])
            if random.random() < 0.5 and isinstance(entry, dict) and "id" in entry:
                entry["id"] = f"{entry['id']}-two"
            parent.insert(random.randrange(len(parent) + 1), entry)
        case "drop" if isinstance(parent, dict):
            del parent[step]
        case "drop" if isinstance(parent, list):
            parent.pop(int(step))
        case "hostile":
            parent[step] = _copy(random.choice(_HOSTILE))
        case "move":
            other = random.choice(trails)
            moved = _copy(_get(value, other))
            parent[step] = moved
        case _:
            parent[step] = _copy(random.choice(real.get(key, ["x"])))


def _get(value: Any, trail: Trail) -> Any:
    for step in trail:
        value = value[step]
    return value


def _copy(value: Any) -> Any:
    return json.loads(json.dumps(value))


_PLAIN = re.compile(r"[a-z\u4e00-\u9fff][a-z0-9\u4e00-\u9fff_/-]*")


def written(value: Any, random: Random, indent: str = "") -> str:
    """Return a value as YAML, in block style or as JSON."""
    if not isinstance(value, (dict, list)) or not value or (indent and random.random() < 0.15):
        plain = isinstance(value, str) and _PLAIN.fullmatch(value) and value not in ("null", "true", "false")
        return f"{value}\n" if plain else json.dumps(value, ensure_ascii=random.random() < 0.05) + "\n"
    lines = []
    if isinstance(value, dict):
        for key, child in value.items():
            nested = isinstance(child, (dict, list)) and child
            body = written(child, random, indent + "  ")
            block = nested and not body.startswith(("{", "["))
            lines.append(
                f"{indent}{json.dumps(key) if key in ('', 'null') else key}:"
                + (f"\n{body}" if block else f" {body}")
            )
    else:
        for child in value:
            body = written(child, random, indent + "  ")
            lines.append(
                f"{indent}- " + (body.removeprefix(indent + "  ") if body.startswith(indent + "  ") else body)
            )
    return "".join(lines)


def _damaged(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    spot = random.randrange(len(text) + 1)
    match random.choice(("insert", "delete", "line", "swap", "indent", "cut", "repeat", "colon", "key")):
        case "insert":
            return text[:spot] + random.choice(_CHARACTERS) * random.choice((1, 1, 1, 40)) + text[spot:]
        case "delete":
            return text[:spot] + text[spot + random.choice((1, 1, 3, 30)) :]
        case "line":
            lines.insert(
                at,
                random.choice(
                    (*lines, "---", "...", "%YAML 1.1", "# 注", "x: &a [*a]", "<<: {}", "? a", "\t")
                ),
            )
        case "swap":
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case "indent":
            lines[at] = random.choice(("  ", " ", "")) + lines[at].removeprefix(" ")
        case "cut":
            return text[:spot]
        case "repeat":
            return text + text[spot:]
        case "colon":
            lines[at] = lines[at].replace(": ", random.choice((":", "：", " : ", "::")), 1)
        case "key":
            lines[at] = re.sub(
                r"[a-z_]+:",
                lambda found: random.choice(("x:", "1:", "null:", found[0].upper(), '"":')),
                lines[at],
                count=1,
            )
    return "\n".join(lines)
