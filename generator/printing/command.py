"""`qingdan print sign`: the user's wishes to files on disk."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.catalogue.model import Catalogue
from generator.findings import Finding
from generator.printing import Problems, draw_sign, load_face, sans
from generator.printing.fonts import Face
from generator.printing.from_item import Wish, layouts, sign_spec
from generator.printing.outputs import sign_files
from generator.resolve import resolve

_SIZE = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,2})?)[x×*]([0-9]{1,5}(?:\.[0-9]{1,2})?)")
_NAMES = ("village", "township", "county", "city", "text")


def print_sign(
    catalogue: Catalogue, item_id: str, on: date, wishes: Mapping[str, Any]
) -> tuple[str | Finding, ...] | str:
    """Write a sign's files and return their paths; findings when it cannot be drawn; a string for wrong use."""
    place = str(wishes["place"])
    if place not in catalogue.places:
        return f"没有地方“{place}”"
    item = resolve(catalogue, place, on).items.get(item_id)
    if item is None or item.kind != "signs":
        return f"{catalogue.places[place].name}的目录里没有标牌“{item_id}”"
    wish = _wish(wishes)
    if isinstance(wish, str):
        return wish
    layout = wishes["layout"] or next(iter(layouts(item)), None)
    spec = sign_spec(catalogue, item, place, layout, wish, on)
    if isinstance(spec, str):
        return spec
    face = load_face(wishes["font"]) if wishes["font"] else sans()
    where = catalogue.items[item_id][item.introduced_by].document.at()
    if not isinstance(face, Face):
        return (face.finding(where),)
    drawn = draw_sign(spec, face)
    if isinstance(drawn, Problems):
        return tuple(problem.finding(where) for problem in drawn.items)
    files = sign_files(spec, drawn, face if wishes["font"] else None)
    if isinstance(files, Problems):
        return tuple(problem.finding(where) for problem in files.items)
    size = f"{spec.width_mm:g}x{spec.height_mm:g}"
    return tuple(
        _write(Path(wishes["out"]), f"{spec.file_stem}-{size}-{name}", data) for name, data in files.items()
    )


def _wish(wishes: Mapping[str, Any]) -> Wish | str:
    parts: dict[str, str] = {}
    for pair in wishes["sets"]:
        name, equals, value = str(pair).partition("=")
        if not equals or name not in _NAMES or not value.strip():
            return f"--set 要写成 名称=值，名称可以是：{'、'.join(_NAMES)}"
        parts[name] = value.strip()
    size = None
    if wishes["size"]:
        match = _SIZE.fullmatch(str(wishes["size"]).strip())
        if match is None:
            return "--size 要写成 宽x高（毫米），如 350x2400"
        size = (float(match[1]), float(match[2]))
    text = parts.pop("text", None)
    return Wish(size, text, parts, wishes["orientation"], wishes["colour"], float(wishes["bleed"]))


def _write(folder: Path, name: str, data: bytes) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path.as_posix()
