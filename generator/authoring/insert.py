"""Put a change into a file's text: comments, quotes and order of what is there stay as they are."""

from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from generator.authoring.change import Change
from generator.authoring.text import styled
from generator.catalogue.fields import schema_at
from generator.reading.document import Json
from generator.reading.round_trip import round_trip

_TO_FILL = "← 填"


def with_change(text: str | None, adjusts: str, kind: str, change: Change, labels: Mapping[str, str]) -> str:
    """Return the text of a file with one more change; `text` is None where there is no file yet.

    `labels` say in Chinese what is still to be filled in, by path ("source", "cases.default.time_limit.days").
    """
    yaml = round_trip()
    data = yaml.load(text) if text is not None else CommentedMap(adjusts=adjusts)
    data.setdefault("changes", CommentedSeq()).append(_entry(kind, change, labels))
    out = StringIO()
    yaml.dump(data, out)
    return out.getvalue().replace(f": # {_TO_FILL}", f":  # {_TO_FILL}")  # ruamel parts them unevenly


def _entry(kind: str, change: Change, labels: Mapping[str, str]) -> CommentedMap:
    entry = CommentedMap({"from": styled(change.start), "source": change.said.get("source")})
    for key in ("from", "source"):
        if entry[key] is None:
            entry.yaml_add_eol_comment(f"{_TO_FILL}：{labels[key]}", key)
    if "clause" in change.said:
        entry["clause"] = change.said["clause"]
    if change.verb == "set":
        entry["set"] = _tree(kind, change.new, labels)
    else:
        entry[change.verb] = styled([change.path]) if change.verb == "unset" else True
    if change.was:
        entry["was"] = _tree(kind, change.was, {})
    if change.was_absent:
        entry["was_absent"] = styled(list(change.was_absent))
    for key, value in change.said.items():
        if key not in entry:
            entry[key] = styled(value)
    return entry


def _tree(kind: str, leaves: Mapping[str, Json], labels: Mapping[str, str]) -> CommentedMap:
    """Return leaves as a file nests them: entries of keyed lists by id, an empty value with what to fill in."""
    root = CommentedMap()
    for path, value in leaves.items():
        *above, last = path.split(".")
        node, walked = root, ""
        for step in above:
            walked = f"{walked}.{step}" if walked else step
            node = _child(node, step, keyed=bool(schema_at(kind, walked).get("x-key")))
        node[last] = styled(value)
        if value is None:
            node.yaml_add_eol_comment(f"{_TO_FILL}：{labels.get(path, last)}", last)
    return root


def _child(node: Any, step: str, *, keyed: bool) -> Any:
    if isinstance(node, CommentedSeq):
        found = next((entry for entry in node if entry["id"] == step), None)
        if found is None:
            found = CommentedMap(id=step)
            node.append(found)
        return found
    return node.setdefault(step, CommentedSeq() if keyed else CommentedMap())
