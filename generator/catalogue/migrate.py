"""Bring an older catalogue to the current format, one step a format number; comments and order are kept.

Nothing is written here: `plan` gives the new text of each file that changes, the command writes them in that order.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, cast

from ruamel.yaml.comments import CommentedMap

from generator.catalogue.model import ROOT
from generator.reading.round_trip import comment_lines, round_trip

FORMAT = 2
Files = dict[str, Any]  # round-trip documents by path below the catalogue
_NUMBERED = f"{ROOT}/place.yaml"  # the file that gives the format number


def plan(root: Path) -> dict[str, str]:
    """Return the new text of each file that changes, by path below `root`; empty where nothing is to do.

    New files come first, the one with the format number last: what is written up to any moment can be taken up
    again.
    The files must be readable YAML: run `check` first (its findings about format 1 say the same).
    """
    old = {path.relative_to(root).as_posix(): _text(path) for path in sorted(root.rglob("*.yaml"))}
    files = {name: _load(text) for name, text in old.items()}
    said = {name: comment_lines(data) for name, data in files.items()}
    changed: set[str] = set()
    while (step := _STEPS.get(format_of(files))) is not None:
        changed |= set(step(files))
    return {
        name: _with_line_ends(_lost(name, said, files) + _dump(files[name]), old.get(name, ""))
        for name in sorted(changed, key=lambda name: (name == _NUMBERED, name in old, name))
    }


def _text(path: Path) -> str:
    """Read a file with its line ends, without a byte order mark."""
    return path.read_bytes().decode("utf-8-sig")


def _load(text: str) -> Any:
    return round_trip().load(text.replace("\r\n", "\n").replace("\r", "\n"))


def _with_line_ends(text: str, like: str) -> str:
    return text.replace("\n", "\r\n") if "\r\n" in like else text


def _lost(name: str, said: Mapping[str, Counter[str]], files: Files) -> str:
    """Return the comment lines that hung on what a step took away: they go to the head of the file."""
    kept = comment_lines(_load(_dump(files[name])))
    if (form := files.get(_form_of(name))) is not None:
        kept += comment_lines(_load(_dump(form)))
    return "".join(f"{line}\n" for line in (said.get(name, Counter()) - kept).elements())


def format_of(files: Files) -> int:
    """Return the format number that national/place.yaml gives."""
    place = files.get(_NUMBERED)
    return int(place.get("format", FORMAT)) if isinstance(place, dict) else FORMAT


def _one_to_two(files: Files) -> Iterator[str]:
    """Format 2: lists say their kind, `continue` names its document, blank forms are items of their own."""
    for name, data in list(files.items()):
        kind = name.split("/")[-2] if name.count("/") > 1 else ""
        if not isinstance(data, dict):
            continue
        if kind == "lists" and "kind" not in data:
            at = list(data).index("title") + 1 if "title" in data else 0
            cast("CommentedMap", data).insert(at, "kind", "certificates")
            yield name
        if any([_name_continued(change) for change in data.get("changes", [])]):
            yield name
        if kind == "certificates" and isinstance(data.get("form"), dict):
            yield from _part_form(files, name, data)
    files[_NUMBERED]["format"] = 2
    yield _NUMBERED


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
    target, form = _form_of(name), data["form"]
    new = CommentedMap({"name": form["title"], "source": data["source"]})
    for key in ("from", "clause"):
        if key in data:
            new[key] = data[key]
    if named := _bases(form):
        new["basis"] = [entry for entry in data.get("basis", []) if entry.get("id") in named]
    for key in ("addressee", "fields", "signers", "seal"):
        if key in form:
            new[key] = form[key]
    for key, was in (("name", "title"), *((key, key) for key in form)):
        if key in new and was in form.ca.items:
            new.ca.items[key] = form.ca.items[was]
    files[target] = new
    data["form"] = "/".join(target.removesuffix(".yaml").split("/")[-2:])
    yield from (name, target)


def _form_of(name: str) -> str:
    """Return the file in forms/ that a certificate's embedded form becomes."""
    folders, _, file = name.rpartition("/")
    return f"{folders.rpartition('/')[0]}/forms/{file}"


def _bases(form: Any) -> set[str]:
    entries = [form, *form.get("fields", []), *form.get("signers", [])]
    return {str(name) for entry in entries for name in entry.get("basis", [])}


_STEPS: dict[int, Callable[[Files], Iterator[str]]] = {1: _one_to_two}


def _dump(data: Any) -> str:
    text = StringIO()
    round_trip().dump(data, text)
    return text.getvalue()
