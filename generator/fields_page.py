"""The page of every field that a file can have, made from the schemas: docs/fields.md."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.catalogue.inlined import resolved_fields
from generator.catalogue.model import FOLDING_KINDS
from generator.catalogue.schema import schemas

# Parts that many kinds share stand once; the tables of the kinds point to them.
_SHARED = ("basis", "conflicts", "days", "funding", "approval", "change", "accepted")
_ORDER = ("place", "sources", *FOLDING_KINDS, "lists", "figures", "proposals", "redirects", "registers")
# Sentences F14, F26 and what docs/fold.md adds to them.
_BELOW = {
    "free": "能", "locked": "不能", "lower": "只能往小里改", "verdict": "只能收紧（F26）",
    "task": "只能减轻；加重要有地方性法规", "mechanism": "只能少设",
}  # fmt: skip
_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true 或者 false",
    "object": "下面各项",
}
_IDS = {"source": "文件的编号", "item": "事项的编号", "place": "地方的路径", "list": "清单的编号"}
_FILES = {"place": "place.yaml", "redirects": "redirects.yaml"}


def fields_page() -> str:
    """Return the Markdown page: a table a kind, then one for each part that kinds share."""
    lines = [
        "# 每类文件的字段",
        "",
        "一个文件可以写什么，全在 `schema/`；本页由它生成。没有列出的字段是错误。文件没有写的就不填，不要猜。",
        "`[]` 是列表里的一条。“下级能改”说的是下级地方能不能在自己的文件里改上级写的值；只在项目上有的字段才有。",
        "编辑器里的提示（见[目录怎么写](catalogue.md)）与本页是同一套。",
    ]
    for kind in _ORDER:
        schema = schemas()[kind]
        where = _FILES.get(kind, f"{kind}/标识.yaml")
        lines += ["", f"## {schema['title']} {{ #{kind} }}", "", f"写在 `地方/{where}`。", ""]
        lines += _table(_file(kind), kind, folding=kind in FOLDING_KINDS)
        if kind in FOLDING_KINDS:
            lines += [
                "",
                "调整上级已经列出的一项，写 `adjusts`（首次列出它的地方）和 `changes`，不写上面的字段。",
            ]
    for name in _SHARED:
        node = schemas()["common"]["$defs"][name]
        lines += ["", f"## 公用：{_short(node['description'])} {{ #common-{name} }}", ""]
        lines += _table(_entry(node), "common", folding=False)
    return "\n".join(lines) + "\n"


def _file(kind: str) -> Any:
    """Return the schema of a new file of a kind: of an item, what introduces it, and its changes."""
    schema = schemas()[kind]
    return schema if kind not in FOLDING_KINDS else schema["else"]


def _table(node: Any, kind: str, *, folding: bool) -> list[str]:
    head = "| 字段 | 是什么 | 写什么 | 必填 |" + (" 下级能改 |" if folding else "")
    own = frozenset(resolved_fields(kind)["properties"]) if folding else frozenset()
    rows = []
    for path, rule, *cells in _rows(node, kind, "", ""):
        matters = re.match(r"\w+", path.strip("`"))
        below = [_BELOW[rule or "free"] if matters and matters[0] in own else ""] if folding else []
        rows.append("|" + "".join(f" {cell} |" for cell in (path, *cells, *below)))
    return [head, "|---" * (5 if folding else 4) + "|", *rows]


def _rows(node: Any, owner: str, prefix: str, below: str) -> Iterator[tuple[str, ...]]:
    """Yield a row a field: path, rule for places below ("" for none), what it is, what is written, 是 if it must be."""
    for part, file in _parts(node, owner):
        required = part.get("required", [])
        for key, raw in part.get("properties", {}).items():
            child, home, name = _followed(raw, file)
            rule = str(raw.get("x-below", child.get("x-below", below)))
            path = f"{prefix}{key}" + ("[]" if child.get("type") == "array" else "")
            must = "是" if key in required else ""
            yield f"`{path}`", rule, _about(raw, child), _values(child, home, name), must
            if not {name, _followed(_entry(child), home)[2]} & set(_SHARED):
                yield from _rows(_entry(child), home, f"{path}.", rule)


def _parts(node: Any, owner: str) -> Iterator[tuple[Any, str]]:
    """Yield the mappings that make one: itself, and those it is put together of."""
    node, owner, _ = _followed(node, owner)
    yield node, owner
    for part in node.get("allOf", []):
        yield from _parts(part, owner)


def _followed(node: Any, owner: str) -> tuple[Any, str, str]:
    """Return what a node refers to, the kind whose file that stands in, and the definition's name ("" for none)."""
    name = ""
    while "$ref" in node:
        file, _, name = node["$ref"].partition("#/$defs/")
        owner = file.removesuffix(".schema.json") or owner
        node = {**schemas()[owner]["$defs"][name], **{k: v for k, v in node.items() if k != "$ref"}}
    return node, owner, name


def _entry(node: Any) -> Any:
    """Return the mapping inside a value: the entry of a list, else the value itself."""
    return node["items"] if node.get("type") == "array" else node


def _about(raw: Mapping[str, Any], child: Mapping[str, Any]) -> str:
    title, said = raw.get("title", child.get("title", "")), child.get("description", "")
    return _cell(said if not title or said.startswith(title) else f"{title}：{said}" if said else title)


def _values(node: Any, owner: str, name: str) -> str:
    """Say what is written: words of a choice with their Chinese, a list of something, or the bounds of a text."""
    if name in _SHARED:
        return f"见[{_short(node['description'])}](#common-{name})"
    if node.get("type") == "array":
        inner, home, inner_name = _followed(node["items"], owner)
        return f"列表：{_values(inner, home, inner_name)}"
    if node.get("x-date"):
        return "日期"
    if node.get("x-partial"):
        return "这一类的字段"
    if node.get("x-ref") in _IDS:
        return _IDS[node["x-ref"]]
    if "enum" in node:
        words = node.get("x-words", {})
        return _cell("、".join(f"`{code}` {words.get(code, '')}".strip() for code in node["enum"]))
    if "const" in node:
        return f"`{str(node['const']).lower() if isinstance(node['const'], bool) else node['const']}`"
    said = _TYPES.get(node.get("type", "object"), "下面各项")
    bound = node.get("maxLength") if said == "文字" else None
    return f"{said}，不超过 {bound} 字" if bound else said


def _short(description: str) -> str:
    return description.partition("；")[0].partition("，")[0].partition("：")[0]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
