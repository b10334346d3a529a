"""A sign as its page shows it: where it hangs, how its name is written, what sizes documents give."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.site.basis import BasisView, picked
from generator.site.context import Site
from generator.words import COLOURS, ORIENTATIONS, POSITIONS, SIGN_KINDS, USUAL


@dataclass(frozen=True)
class Layout:
    """One size and style that a document gives; `reference` when the document is not this place's."""

    size: str
    orientation: str
    text_colour: str
    background: str
    material: str
    typeface: str
    name_pattern: str
    reading: str
    reference: bool
    basis: tuple[BasisView, ...]


@dataclass(frozen=True)
class Sign:
    """A sign's page."""

    kind: str
    position: str
    usual: str
    mounted_at: str
    orientation: str
    name_rule: str
    name_pattern: str
    mark_rule: str
    layouts: tuple[Layout, ...]


# Shown by the page itself.
SIGN_SHOWN = frozenset(
    {
        "kind",
        "position",
        "usual",
        "mounted_at",
        "orientation",
        "name_rule",
        "name_pattern",
        "mark_rule",
        "layouts",
    }
)


def sign_of(site: Site, place: str, item: Item, bases: Mapping[str, BasisView]) -> Sign:
    """Return a sign as its page shows it."""
    tree = item.tree()
    layouts = tree.get("layouts")
    return Sign(
        _word(SIGN_KINDS, tree.get("kind")),
        _word(POSITIONS, tree.get("position")),
        _word(USUAL, tree.get("usual")),
        _text(tree.get("mounted_at")),
        _word(ORIENTATIONS, tree.get("orientation")),
        _text(tree.get("name_rule")),
        _text(tree.get("name_pattern")),
        _text(tree.get("mark_rule")),
        tuple(
            _layout(site, place, layout, bases)
            for layout in (layouts.values() if isinstance(layouts, dict) else ())
            if isinstance(layout, dict)
        ),
    )


def _layout(site: Site, place: str, layout: Mapping[str, Json], bases: Mapping[str, BasisView]) -> Layout:
    """Return one size and style."""
    same = layout.get("same_size_as")
    size = size_words(layout.get("width_mm"), layout.get("height_mm"), layout.get("thickness_mm"))
    if same is not None:
        size = f"与“{site.item_name(place, str(same))}”一样大" + (f"（{size}）" if size else "")
    material = _text(layout.get("material"))
    extra = [f"边框：{layout['frame']}"] if "frame" in layout else []
    extra += [f"二维码边长：{_number(layout['code_mm'])}毫米"] if "code_mm" in layout else []
    extra += ["内容可更换"] if layout.get("interchangeable") is True else []
    return Layout(
        size,
        _word(ORIENTATIONS, layout.get("orientation")),
        _word(COLOURS, layout.get("text_colour")),
        _word(COLOURS, layout.get("background")),
        "；".join([*([material] if material else []), *extra]),
        _text(layout.get("typeface")),
        _text(layout.get("name_pattern")),
        _text(layout.get("reading")),
        layout.get("reference") is True,
        picked(bases, layout.get("basis")),
    )


def size_words(width: Json, height: Json, thickness: Json) -> str:
    """Write a size in millimetres, width first; empty where a document gives none."""
    if height is None and width is None:
        return ""
    size = f"{_number(width)}×{_number(height)}"
    return f"{size}，厚{_number(thickness)}" if thickness is not None else size


def _number(value: Json) -> str:
    """Write a number without a needless .0, a missing one as such."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "未载" if value is None else str(value)


def _word(table: Mapping[str, str], value: Json) -> str:
    """Return the word for a code, empty for none."""
    return table.get(str(value), str(value)) if value is not None else ""


def _text(value: Json) -> str:
    """Return a value as text, empty for none."""
    return "" if value is None else str(value)
