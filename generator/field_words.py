"""Fields and values of an item in Chinese, for trails, histories and pages: their words stand in the schema."""

from collections.abc import Mapping
from functools import cache

from generator.catalogue.inlined import resolved_fields
from generator.reading.document import Json
from generator.words import ISSUERS

WITHIN = " · "  # between an entry and its field


@cache
def label(kind: str, path: str) -> str:
    """Name a leaf path: "cases.default.verdict" is 一般情况 · 结论, "basis.law.clause" 依据（law） · 条款."""
    words: list[str] = []
    node = resolved_fields(kind)
    for step in path.split("."):
        if node.get("x-key"):
            node = node["items"]
            words[-1] = f"一般{words[-1]}" if step == "default" else f"{words[-1]}（{step}）"
        else:
            node = node.get("properties", {}).get(step, {})
            words.append(node.get("title", step))
    return WITHIN.join(words)


def say(kind: str, path: str, value: Json) -> str:
    """Write a leaf's value in words, empty for none."""
    return in_words(_node(kind, path), value)


@cache
def _node(kind: str, path: str) -> dict[str, object]:
    node = resolved_fields(kind)
    for step in path.split("."):
        node = node["items"] if node.get("x-key") else node.get("properties", {}).get(step, {})
    found: dict[str, object] = node
    return found


def in_words(node: object, value: Json) -> str:
    """Write a value in words by its own schema."""
    schema = node if isinstance(node, dict) else {}
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dict):
        if set(value) == {"need", "of"}:
            return issuers_words(value)
        properties = schema.get("properties", {})
        return "；".join(
            f"{properties.get(key, {}).get('title', key)}：{in_words(properties.get(key), part)}"
            for key, part in value.items()
        )
    if isinstance(value, list):
        return "、".join(in_words(schema.get("items"), part) for part in value)
    words = schema.get("x-words", {})
    return words.get(str(value), str(value)) if isinstance(words, dict) else str(value)


def issuers_words(issuers: Mapping[str, Json]) -> str:
    """Write who issues: all of them (和), or any one (或者)."""
    of = issuers.get("of")
    names = [ISSUERS.get(str(name), str(name)) for name in (of if isinstance(of, list) else [])]
    if len(names) < 2:
        return "".join(names)
    return "、".join(names[:-1]) + ("和" if issuers.get("need") == "all" else "或者") + names[-1]
