"""Bring an older catalogue to the current format, one step a format number; comments and order are kept.

Nothing is written here: `plan` gives the new text of each file that changes, the command writes them all or none.
"""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any, cast

from ruamel.yaml.comments import CommentedMap

from generator.catalogue.model import ROOT
from generator.reading.round_trip import round_trip

FORMAT = 2
Files = dict[str, Any]  # round-trip documents by path below the catalogue


def plan(root: Path) -> dict[str, str]:
    """Return the new text of each file that changes, by path below `root`; empty where nothing is to do.

    The files must be readable YAML: run `check` first (its findings about format 1 say the same).
    """
    files = {
        path.relative_to(root).as_posix(): round_trip().load(path.read_text("utf-8"))
        for path in sorted(root.rglob("*.yaml"))
    }
    changed: set[str] = set()
    while (step := _STEPS.get(format_of(files))) is not None:
        changed |= set(step(files))
    return {name: _dump(files[name]) for name in sorted(changed)}


def format_of(files: Files) -> int:
    """Return the format number that national/place.yaml gives."""
    place = files.get(f"{ROOT}/place.yaml")
    return int(place.get("format", FORMAT)) if isinstance(place, dict) else FORMAT


def _one_to_two(files: Files) -> Iterator[str]:
    """Format 2: lists say their kind, `continue` names its document, blank forms are items of their own."""
    for name, data in list(files.items()):
        kind = name.split("/")[-2] if name.count("/") > 1 else ""
        if not isinstance(data, dict):
            continue
        if kind == "lists" and "kind" not in data:
            cast("CommentedMap", data).insert(1, "kind", "certificates")
            yield name
        if any([_name_continued(change) for change in data.get("changes", [])]):
            yield name
        if kind == "certificates" and isinstance(data.get("form"), dict):
            yield from _part_form(files, name, data)
    files[f"{ROOT}/place.yaml"]["format"] = 2
    yield f"{ROOT}/place.yaml"


def _name_continued(change: Any) -> bool:
    """Rewrite `continue: true` with the change's own source as `continue: {source, clause}`."""
    if not isinstance(change, dict) or change.get("continue") is not True:
        return False
    named = CommentedMap()
    named.fa.set_flow_style()
    for key in ("source", "clause"):
        if key in change and set(change) & _OTHER_VERBS == set():
            named[key] = change.pop(key)
        elif key in change:
            named[key] = change[key]
    change["continue"] = named
    return True


_OTHER_VERBS = {"set", "unset", "add", "remove", "withdraw", "restore", "adopt", "keep"}


def _part_form(files: Files, name: str, data: Any) -> Iterator[str]:
    """Move a certificate's embedded form to forms/ under the same slug, with the bases it names."""
    place, slug = name.rsplit("/", 2)[0], name.rsplit("/", 1)[1].removesuffix(".yaml")
    target = f"{place}/forms/{slug}.yaml"
    form = data["form"]
    new = CommentedMap({"name": form["title"], "source": data["source"]})
    for key in ("from", "clause"):
        if key in data:
            new[key] = data[key]
    if named := _bases(form):
        new["basis"] = [entry for entry in data.get("basis", []) if entry.get("id") in named]
    for key in ("addressee", "fields", "signers", "seal"):
        if key in form:
            new[key] = form[key]
    files[target] = new
    data["form"] = f"forms/{slug}"
    yield from (name, target)


def _bases(form: Any) -> set[str]:
    entries = [form, *form.get("fields", []), *form.get("signers", [])]
    return {str(name) for entry in entries for name in entry.get("basis", [])}


_STEPS: dict[int, Callable[[Files], Iterator[str]]] = {1: _one_to_two}


def _dump(data: Any) -> str:
    text = StringIO()
    round_trip().dump(data, text)
    return text.getvalue()
