"""A directory's item to what is printed: sign specs from its layouts, a blank from its form.

Nothing is added but what the item's values say; each row of the sheet names the document of its trail or basis.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from generator.catalogue.model import Catalogue, Source, source_id, strings
from generator.printing.spec import (
    BACKGROUND,
    MATERIAL,
    SIZE,
    TEXT,
    TEXT_COLOUR,
    TYPEFACE,
    BlankField,
    BlankSpec,
    Orientation,
    Paragraph,
    SignSpec,
    SpecValue,
    TextRun,
    ValueKind,
    size_text,
)  # fmt: skip
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.words import COLOURS

_BARE = frozenset({"copper", "steel", "titanium_gold"})  # the material shows; no ink is laid
BLEED_MM = 3.0
_PARTS = {
    "township": ("××镇（街道）", "××乡镇（街道）", "××乡", "××镇"), "village": ("××村",),
    "county": ("××县（市、区）", "××区（县）", "××县", "××区"), "city": ("××市",),
}  # fmt: skip
_GAP = {"text": 60.0, "number": 30.0, "choice": 60.0}
_LINE_MM = 150.0  # nearly the width of the type area, for what needs lines of its own


@dataclass(frozen=True)
class Wish:
    """What the user says on the command line; every part of it is marked 用户指定 on the sheet."""

    size: tuple[float, float] | None = None
    text: str | None = None
    parts: Mapping[str, str] | None = None
    orientation: Orientation | None = None
    colour: str | None = None
    bleed_mm: float = BLEED_MM


def layouts(item: Item) -> tuple[str, ...]:
    """Return the ids of an item's layouts that have a width and a height."""
    tree = item.tree().get("layouts")
    found = tree if isinstance(tree, dict) else {}
    return tuple(
        name for name, v in found.items() if isinstance(v, dict) and "width_mm" in v and "height_mm" in v
    )


def sign_spec(
    catalogue: Catalogue, item: Item, place: str, layout: str | None, wish: Wish, on: date
) -> SignSpec | str:
    """Return the spec of a sign after one of its layouts, or after the user's wish alone.

    A string says in Chinese what is still missing: a size or a text.
    """
    drawn = _layout(item, layout)
    source = _basis_text(catalogue, item, drawn.get("basis"))
    size = wish.size or _size(drawn)
    text, text_value = _text(item, drawn, wish, source)
    if size is None:
        return "没有文件写到尺寸，请用 --size 宽x高（毫米）指定"
    if text is None:
        return "没有文件写到名称样式，请用 --set text=全称 指定"
    colour = wish.colour or COLOURS.get(str(drawn.get("text_colour")), "黑")
    background = str(drawn["background"]) if "background" in drawn else None
    values = [
        SpecValue(TEXT, text, *text_value),
        SpecValue(SIZE, size_text(*size), *(("", "user") if wish.size else (source, "document"))),
        SpecValue(TEXT_COLOUR, colour, *_colour_basis(wish, drawn, source)),
    ]
    if background:
        values.append(SpecValue(BACKGROUND, COLOURS[background], source))
    values += [
        SpecValue(label, str(drawn[key]), source)
        for label, key in ((MATERIAL, "material"), (TYPEFACE, "typeface"))
        if key in drawn
    ]
    reference = bool(drawn.get("reference"))
    note = f"版式参照{source}；当地另有规定的从其规定" if reference else ""
    orientation = wish.orientation or drawn.get("orientation") or item.get("orientation") or _by_shape(size)
    return SignSpec(
        title=item.name, item_id=item.id, place_name=catalogue.places[place].name, text=text,
        width_mm=size[0], height_mm=size[1], orientation=cast("Orientation", orientation),
        background=None if background is None or background in _BARE else COLOURS[background],
        text_colour=colour, bleed_mm=wish.bleed_mm, values=tuple(values), reference=reference,
        reference_note=note, notes=_notes(item, drawn), data_as_of=on.isoformat(), file_stem=item.slug,
    )  # fmt: skip


def _layout(item: Item, layout: str | None) -> dict[str, Json]:
    tree = item.tree().get("layouts")
    found = tree.get(layout) if isinstance(tree, dict) and layout else None
    return found if isinstance(found, dict) else {}


def _size(drawn: Mapping[str, Json]) -> tuple[float, float] | None:
    width, height = drawn.get("width_mm"), drawn.get("height_mm")
    if isinstance(width, (int, float)) and isinstance(height, (int, float)):
        return float(width), float(height)
    return None


def _by_shape(size: tuple[float, float]) -> str:
    return "vertical" if size[1] > size[0] else "horizontal"


def _text(
    item: Item, drawn: Mapping[str, Json], wish: Wish, source: str
) -> tuple[str | None, tuple[str, ValueKind]]:
    if wish.text:
        return wish.text, ("", "user")
    pattern = drawn.get("name_pattern") or item.get("name_pattern")
    if not isinstance(pattern, str):
        return None, ("", "user")
    text = pattern
    for part, value in (wish.parts or {}).items():
        for token in _PARTS.get(part, ()):
            if token in text:
                text = text.replace(token, value, 1)
                break
    return text, (f"样式“{pattern}”见{source}" if source else "", "document" if text == pattern else "user")


def _colour_basis(wish: Wish, drawn: Mapping[str, Json], source: str) -> tuple[str, ValueKind]:
    if wish.colour:
        return "", "user"
    return (source, "document") if "text_colour" in drawn else ("", "site")


def _notes(item: Item, drawn: Mapping[str, Json]) -> tuple[str, ...]:
    reading = drawn.get("reading")
    rule = item.get("name_rule")
    return tuple(str(text) for text in (reading, rule) if text)


def basis_sources(catalogue: Catalogue, item: Item, ids: Json) -> tuple[tuple[Source, str | None], ...]:
    """Return (source, clause) of each basis id of an item."""
    found = []
    for name in ids if isinstance(ids, list) else []:
        reference = item.values.get(f"basis.{name}.source")
        if reference is None:
            continue
        source = catalogue.sources.get(source_id(str(reference.value), reference.place))
        if source is not None:
            clause = item.get(f"basis.{name}.clause")
            found.append((source, str(clause) if clause else None))
    return tuple(found)


def _basis_text(catalogue: Catalogue, item: Item, ids: Json) -> str:
    return "；".join(_cited(*entry) for entry in basis_sources(catalogue, item, ids))


def _cited(source: Source, clause: str | None) -> str:
    """Name a document as a sheet does: without a number, its date tells it apart."""
    when = source.issued or source.reported
    dated = when.text if when and not source.number else ""
    told = "，".join(
        part for part in (dated, "地方未载明" if source.data.get("place_unstated") else "") if part
    )
    return source.cited + (f"（{told}）" if told else "") + (clause or "")


def blank_spec(catalogue: Catalogue, item: Item, place: str, on: date) -> BlankSpec | None:
    """Return the blank of a form that a certificate uses and a document describes; None where it gives no fields.

    The sheet holds the fields, signers and seal that the documents name and no prose besides. Forms laid out in parts
    are application tables of their own, which a plain sheet would misrepresent.
    """
    form = item.tree()
    fields = _entries(form.get("fields"))
    if not fields or any("group" in field for field in fields):
        return None
    addressee = str(form.get("addressee") or "")
    paragraphs: list[Paragraph] = []
    for entry in fields:
        label, kind = str(entry["label"]), str(entry["kind"])
        if kind in ("date", "signature"):
            continue
        if addressee and label.startswith(addressee):
            paragraphs.insert(0, Paragraph((BlankField(label, 62), TextRun(f"{addressee}：")), indent=False))
        elif kind == "longtext":
            paragraphs.append(Paragraph((TextRun(f"{label}："),)))
            lines = (
                2 if sum(field["kind"] == "longtext" for field in fields) == 1 else 1
            )  # one page holds no more
            paragraphs += [Paragraph((BlankField("", _LINE_MM),), indent=False)] * lines
        else:
            paragraphs.append(Paragraph((TextRun(f"{label}："), BlankField("", _GAP.get(kind, 60.0)))))
    signers = tuple(
        f"{e['who']}（{e['what']}）" if "what" in e else str(e["who"]) for e in _entries(form.get("signers"))
    )
    cited = basis_sources(catalogue, item, _named_bases(form))
    seal = form.get("seal")
    return BlankSpec(
        title=item.name, item_id=item.id, item_name=item.name, place_name=catalogue.places[place].name,
        issuer=_ISSUER, paragraphs=tuple(paragraphs), signers=signers, seal=seal is not None,
        basis=tuple(_cited(source, clause) for source, clause in cited),
        notes=(f"盖章：{seal}。",) if seal else (), data_as_of=on.isoformat(), file_stem=item.slug,
    )  # fmt: skip


def _named_bases(form: Mapping[str, Json]) -> list[Json]:
    """Return the bases that the fields and signers name, in order; all of the form's where they name none."""
    entries = (*_entries(form.get("fields")), *_entries(form.get("signers")))
    named = [name for entry in entries for name in strings(entry.get("basis"))]
    bases = form.get("basis")
    return list(dict.fromkeys(named)) or (list(bases) if isinstance(bases, dict) else [])


_ISSUER = (
    TextRun("出具单位："),
    BlankField("省（自治区、直辖市）", 42),
    BlankField("市（地、州、盟）", 42),
    BlankField("县（市、区、旗）", 42),
    BlankField("乡镇（街道）", 42),
    BlankField("村", 42),
    TextRun("村民委员会"),
)


def _entries(value: Json) -> tuple[Mapping[str, Json], ...]:
    return tuple(v for v in value.values() if isinstance(v, dict)) if isinstance(value, dict) else ()
