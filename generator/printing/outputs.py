"""Everything the site offers for printing: files by path, and which page links to which.

Sheets are kept in the cache by the hash of what they are made of: typesetting is the slowest part of a build.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator import __version__
from generator.cache import write_whole
from generator.catalogue.model import Catalogue
from generator.findings import Finding
from generator.printing import (
    BlankSpec,
    DrawnSign,
    Face,
    Problems,
    SignSpec,
    blank_certificate,
    blank_picture,
    draw_sign,
    sans,
    spec_sheet,
    to_pdf,
    to_svg,
)  # fmt: skip
from generator.printing.from_item import Wish, blank_spec, layouts, sign_spec
from generator.resolve.directory import Directory, Item
from generator.resolve.plan import Plan, plan_of
from generator.resources import resource


@dataclass
class Printed:
    """Print files by site path, links by (place, item id), and what could not be printed."""

    files: dict[str, bytes] = field(default_factory=dict)
    links: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def print_site(
    catalogue: Catalogue, directories: Mapping[str, Directory], on: date, cache: Path | None = None
) -> Printed:
    """Print the signs with a sourced size and the blanks with a sourced form, where each place says its own."""
    printed = Printed()
    plan = plan_of(catalogue)
    used = {form for directory in directories.values() for form in _letters(plan, directory)}
    for place, directory in directories.items():
        for item in directory.items.values():
            if not says_own(item, place):
                continue
            if item.kind == "signs":
                for layout in layouts(item):
                    _sign(printed, catalogue, item, place, layout, on, cache)
            elif item.kind == "forms" and item.id in used:
                _blank(printed, catalogue, item, place, on, cache)
    return printed


# What a village writes by itself on one sheet; tables and agreements of several parties are not such sheets.
_WRITTEN = frozenset({"certificate", "recommendation", "opinion", "consent"})


def _letters(plan: Plan, directory: Directory) -> Iterator[str]:
    """Yield the forms of the certificates that a village writes as a letter, as what an old id became (F20)."""
    for item in directory.of_kind("certificates"):
        acts = {
            v.value for path, v in item.values.items() if path.startswith("cases.") and path.endswith(".act")
        }
        form = item.get("form")
        if isinstance(form, str) and acts & _WRITTEN:
            yield from plan.became(form, directory.chain, directory.on)


def says_own(item: Item, place: str) -> bool:
    """Tell whether the place itself introduces or changes the item."""
    return any(step.place == place for step in item.history)


def sign_files(spec: SignSpec, drawn: DrawnSign, extra: Face | None = None) -> dict[str, bytes] | Problems:
    """Return a sign's files by name: 1:1 PDF and SVG, and the A4 spec sheet."""
    sheet = spec_sheet(spec, drawn, extra)
    if isinstance(sheet, Problems):
        return sheet
    return {"sign.pdf": to_pdf(drawn.scene), "sign.svg": to_svg(drawn.scene), "spec-sheet.pdf": sheet}


_SIGN_LABELS = {
    "sign.pdf": "1:1 制作图（PDF）",
    "sign.svg": "1:1 制作图（SVG）",
    "spec-sheet.pdf": "A4 规格单（PDF）",
}
_BLANK_LABELS = {"blank.pdf": "空白式样（PDF）", "blank.png": "空白式样（图片）"}


def _sign(
    printed: Printed, catalogue: Catalogue, item: Item, place: str, layout: str, on: date, cache: Path | None
) -> None:
    spec = sign_spec(catalogue, item, place, layout, Wish(), on)
    if isinstance(spec, str):
        return
    drawn = draw_sign(spec, sans())
    if isinstance(drawn, Problems):
        _report(printed, catalogue, item, place, drawn)
        return
    files = _cached(cache, spec, list(_SIGN_LABELS), lambda: sign_files(spec, drawn))
    if isinstance(files, Problems):
        _report(printed, catalogue, item, place, files)
        return
    _publish(printed, place, item, f"print/{place}/{item.id}/{layout}", files, _SIGN_LABELS)


def _blank(
    printed: Printed, catalogue: Catalogue, item: Item, place: str, on: date, cache: Path | None
) -> None:
    spec = blank_spec(catalogue, item, place, on)
    if spec is None:
        return

    def make() -> dict[str, bytes] | Problems:
        made = blank_certificate(spec)
        return made if isinstance(made, Problems) else {"blank.pdf": made, "blank.png": blank_picture(spec)}

    files = _cached(cache, spec, list(_BLANK_LABELS), make)
    if isinstance(files, Problems):
        _report(printed, catalogue, item, place, files)
        return
    _publish(printed, place, item, f"print/{place}/{item.id}", files, _BLANK_LABELS)


def _publish(
    printed: Printed,
    place: str,
    item: Item,
    folder: str,
    files: Mapping[str, bytes],
    labels: Mapping[str, str],
) -> None:
    """Keep files and the links to them."""
    links = printed.links.setdefault((place, item.id), {})
    for name, data in files.items():
        printed.files[f"{folder}/{name}"] = data
        links[labels[name]] = f"{folder}/{name}"


def _report(printed: Printed, catalogue: Catalogue, item: Item, place: str, problems: Problems) -> None:
    document = catalogue.items[item.id][place].document
    printed.findings += [problem.finding(document.at()) for problem in problems.items]


def _cached(
    folder: Path | None,
    spec: SignSpec | BlankSpec,
    names: list[str],
    make: Callable[[], dict[str, bytes] | Problems],
) -> dict[str, bytes] | Problems:
    if folder is None:
        return make()
    key = hashlib.sha256(f"{_code_hash()}{spec!r}".encode()).hexdigest()
    paths = {name: folder / f"{key}-{name}" for name in names}
    try:
        return {name: path.read_bytes() for name, path in paths.items()}
    except OSError:
        made = make()
    if not isinstance(made, Problems):
        with suppress(OSError):  # a cache that cannot be written is no reason to stop
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in made.items():
                write_whole(paths[name], data)
    return made


def _code_hash() -> str:
    """Return a hash of what draws: this package and its templates, so that a changed drawing is drawn anew."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(
        [*Path(__file__).parent.glob("*.py"), *(resource("site_templates") / "print").glob("*")]
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()
