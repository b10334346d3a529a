"""What somebody may have meant who asked for an item or a field that there is not."""

from collections.abc import Iterable
from difflib import get_close_matches

from generator.catalogue.inlined import resolved_fields
from generator.findings import Text


def no_item(asked: str, names: Iterable[tuple[str, str]]) -> Text:
    """Say that there is no item, and which is meant; `names` are the ids and names of those there are."""
    known = tuple(names)
    exact = [item for item, name in known if asked in (item.split("/")[1], name)]
    near = exact or get_close_matches(asked, dict.fromkeys(item for item, _ in known), cutoff=0.75)
    zh, en = _meant(near)
    return Text(f"目录里没有这一项{zh}", f"the catalogue has no such item{en}")


def no_field(kind: str, path: str) -> Text | None:
    """Say that a kind has no such field, and which is meant; None where it has one."""
    node, above = resolved_fields(kind), ""
    for step in path.split("."):
        if node.get("x-key"):
            node = node["items"]
        elif step in (properties := node.get("properties", {})):
            node = properties[step]
        else:
            near = get_close_matches(step, properties) or (list(properties)[:8] if properties else [])
            zh, en = _meant([f"{above}{name}" for name in near])
            return Text(f"没有“{path}”这个字段{zh}", f"there is no field {path}{en}")
        above += f"{step}."
    return None


def _meant(near: list[str]) -> tuple[str, str]:
    return (f"；是不是 {'、'.join(near)}", f"; did you mean {', '.join(near)}") if near else ("", "")
