"""A made-up catalogue in which every text of the schemas is one of the test's choice. Nothing in it is a fact.

The fields are found by the schema, so that a new one is tried without a line here. No policy rule is met: the files
only fit their schemas, so a test builds the catalogue with the rules and the fold's judge switched off.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from generator.catalogue.inlined import partial_fields, partial_keys
from generator.catalogue.model import FOLDING_KINDS, RECORD_KINDS
from generator.catalogue.schema import Branches, at_key, branches_of, schemas

KINDS = sorted(set(schemas()) - {"common"})
Where = tuple[str, ...]  # a kind, then keys; "*" is an entry of a list, or a key that the file chooses
Texts = Callable[[Where, int], str]  # the text for a field, of so many characters at most

# What a value is where its schema asks for more than a text: the first of these that fits, else what the schema allows.
_BY_REF = {"place": "national", "source": "national/full", "list": "national/full"}
_WORDS = ("may_issue", "certificate", "unstated", "420000", "2020-01-01", "B105", "第一条", "https://www.gov.cn/a",
          "certificates/full", "a")  # fmt: skip


def children(nodes: Branches) -> dict[str, Branches]:
    """Return the schemas of the values below a value, by key."""
    keys = dict.fromkeys(key for node, _ in nodes for key in node.get("properties", {}))
    found = {key: at_key(nodes, key) for key in keys}
    if any("items" in node for node, _ in nodes):
        found["*"] = at_key(nodes, "*")
    more = tuple(
        (n["additionalProperties"], k) for n, k in nodes if isinstance(n.get("additionalProperties"), dict)
    )
    return {**found, "*": more} if more else found


def is_text(nodes: Branches) -> bool:
    """Tell whether a value is a text in its writer's own words."""
    limits = {"enum", "const", "pattern", "x-ref"}
    return any("string" in n.get("type", ()) for n, _ in nodes) and not any(
        limits & n.keys() for n, _ in nodes
    )


@cache
def nodes_at(where: Where) -> Branches:
    """Return the schemas of a field; those of a change's values are the kind's fields."""
    kind, *path = where
    if not path:
        return branches_of(kind)
    if (
        path[:2] == ["changes", "*"]
        and len(path) == 3
        and path[2] in partial_keys()
        and kind in FOLDING_KINDS
    ):
        return ((partial_fields(kind), kind),)
    return children(nodes_at(where[:-1])).get(path[-1], ())


def text_paths() -> Iterator[Where]:
    """Yield every field of every kind that is a text."""
    for kind in KINDS:
        yield from _below((kind,))


def _below(where: Where) -> Iterator[Where]:
    if is_text(nodes_at(where)):
        yield where
    for key in children(nodes_at(where)):
        yield from _below((*where, key))


def made(where: Where, text: Texts, without: frozenset[str] = frozenset()) -> Any:
    """Return a value of a field with all that its schema allows, lists with one entry, but `without` some keys."""
    nodes = nodes_at(where)
    asked = {name: value for node, _ in reversed(nodes) for name, value in node.items()}
    if is_text(nodes):
        return text(where, min((n["maxLength"] for n, _ in nodes if "maxLength" in n), default=200))
    if inner := {name: rest for name, rest in children(nodes).items() if name not in without}:
        if "*" in inner and any("items" in node for node, _ in nodes):
            return [made((*where, "*"), text, without)]
        return {name: made((*where, name), text, without) for name in inner if name != "*"} | (
            _keyed((*where, "*"), text) if "*" in inner else {}
        )
    if where[-1] == "form" and "x-ref" in asked:
        return "forms/full"
    if "x-ref" in asked and asked["x-ref"] in _BY_REF:
        return _BY_REF[asked["x-ref"]]
    if "const" in asked or "enum" in asked:
        allowed = asked.get("enum", [asked.get("const")])
        return next((word for word in _WORDS if word in allowed), allowed[0])
    if "pattern" in asked:
        return next(word for word in _WORDS if re.fullmatch(asked["pattern"], word))
    return True if asked.get("type") == "boolean" else min(2000, asked.get("maximum", 2000))


def _keyed(where: Where, text: Texts) -> dict[str, Any]:
    """Return a mapping whose keys are articles: one for a text, one for a list of texts."""
    one, several = made(where, text), children(nodes_at(where))
    return {"第一条": one, **({"第二条": [made((*where, "*"), text)]} if several else {})}


# What would end, hide or move an item, or end a document; files of their own have it.
_ASIDE = frozenset(
    {"until", "narrows", "distinct", "joins", "adoption", "accepted", "ended", "carries", "changes"}
)
_STAYS = frozenset({"until", "superseded_by"})
_OF_VERB = {
    "set": ("was", "was_absent"), "add": (), "remove": (), "unset": (), "keep": ("inherited",), "continue": (),
    "withdraw": ("returned_to", "grounds"), "restore": (), "adopt": (),
}  # fmt: skip


def catalogue(text: Texts) -> dict[str, Any]:
    """Return the files of the catalogue by path: a nation, a province, a city and one that ended, with every kind."""
    files: dict[str, Any] = {}
    for place, level in (("national", "nation"), ("hubei", "province"), ("hubei/shiyan", "city")):
        about = made(("place",), text, _ASIDE)
        files[f"{place}/place.yaml"] = {
            **about,
            "level": level,
            **({"format": 2} if level == "nation" else {}),
        }
        for kind in (*RECORD_KINDS, "sources"):
            files[f"{place}/{kind}/full.yaml"] = made((kind,), text, _STAYS)
        for kind in FOLDING_KINDS:
            files |= {f"{place}/{kind}/{name}.yaml": value for name, value in _items(kind, level, text)}
    files["hubei/ended/place.yaml"] = {**made(("place",), text), "level": "city"}
    files["hubei/ended/tasks/own.yaml"] = files["hubei/tasks/own.yaml"]
    files["hubei/redirects.yaml"] = made(("redirects",), text)
    return files


def _items(kind: str, level: str, text: Texts) -> Iterator[tuple[str, Any]]:
    """Yield the files of one kind at one level: plain items, and each way to change one or to list it anew."""
    whole = made((kind,), text)
    whole = {key: value for key, value in whole.items() if key not in ("adjusts", "introduces", "changes")}
    plain = {key: value for key, value in whole.items() if key not in _ASIDE}
    changes = _changes(made((kind, "changes", "*"), text))
    first = {key: value for key, value in changes["set"].items() if key not in _OF_VERB["set"]}
    if level == "nation":
        yield from (("full", plain), ("gone", plain), ("changed", {**plain, "changes": [first]}))
    elif level == "province":
        yield (
            "changed",
            {"adjusts": "national", "changes": [changes[verb] for verb in ("set", "keep", "continue")]},
        )
        again = made((kind, "introduces"), text, _ASIDE)
        yield "gone", {"adjusts": "national", "changes": [changes["withdraw"]], "introduces": again}
        yield "own", plain
    else:
        yield "own", {"adjusts": "hubei", "changes": list(changes.values())}
        yield "aside", whole
        again = made((kind, "introduces"), text)
        yield "gone", {"adjusts": "national", "changes": [changes["withdraw"]], "introduces": again}


def _changes(whole: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return one change a verb, with all that the verb allows, a month apart."""
    about = {key: whole[key] for key in ("source", "clause", "reason")}
    return {
        verb: {**about, "from": f"2021-{month:02}-01", **{key: whole[key] for key in (verb, *more)}}
        for month, (verb, more) in enumerate(_OF_VERB.items(), 1)
    }
