"""A catalogue of 3,000 distinct item files of about 2 KB over 31 provinces, a third of them adjustments.

Every text in it is made of the real catalogue's files: a national item gets the bases, cases and notes of others until
it is large enough, under a name of its own. It says nothing true; it is as varied and as nested as real files are.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
KINDS = ("certificates", "tasks", "mechanisms", "signs", "forms", "facilities")
PER_KIND = {
    "certificates": 1200,
    "tasks": 400,
    "mechanisms": 150,
    "signs": 100,
    "forms": 100,
    "facilities": 50,
}
ADJUSTMENTS = 1000
BYTES = 2000


def write(folder: Path) -> int:
    """Write the catalogue below `folder` and return the number of its files."""
    files = {**_places_and_sources(), **dict(_introductions()), **dict(_adjustments())}
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else _text(value), "utf-8")
    return len(files)


def _text(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)


def _real(folder: str) -> dict[str, Any]:
    found = sorted((ROOT / "catalog" / folder).glob("*.yaml"))
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in found}


def _provinces() -> list[str]:
    return sorted(
        p.parent.name for p in (ROOT / "catalog").glob("*/place.yaml") if p.parent.name != "national"
    )


def _places_and_sources() -> dict[str, str]:
    catalog = ROOT / "catalog"
    copied = [
        *catalog.glob("*/place.yaml"),
        *catalog.glob("national/sources/*"),
        *catalog.glob("national/registers/*"),
    ]
    files = {path.relative_to(catalog).as_posix(): path.read_text("utf-8") for path in copied}
    for province in _provinces():
        title = (
            f"title: {province} 的通知\nkind: local_document\ncopy: reprint\nreprinted_by: 某站\nread: full\n"
        )
        files[f"{province}/sources/notice.yaml"] = f'{title}issued: "2020-01-01"\n'
    return files


def _introductions() -> Iterator[tuple[str, Any]]:
    """Yield items: the first of each kind national, the rest a province's own."""
    provinces = _provinces()
    for kind in KINDS:
        real = _usable(kind)
        # Provinces adjust what nobody may ask for, and add cases like it: so that nothing they do is refused.
        excluded = [item for item in real if item.get("cases", [{}])[0].get("verdict") == "must_not"]
        for number in range(PER_KIND[kind]):
            national = number < PER_KIND[kind] // 10
            place = "national" if national else provinces[number % len(provinces)]
            yield (
                f"{place}/{kind}/{kind[0]}{number}.yaml",
                _introduction(excluded if national and excluded else real, number, place),
            )


def _usable(kind: str) -> list[Any]:
    """Return the real national items of a kind that rest on national documents still in force."""
    sources = _real("national/sources")
    current = {slug for slug, source in sources.items() if "until" not in source}
    return [
        item for item in (_without_references(value) for value in _real(f"national/{kind}").values())
        if {item["source"], *(entry["source"] for entry in item.get("basis", ()))} <= current
    ]  # fmt: skip


def _without_references(value: Any) -> Any:
    """Return an item without what names another item, or only one item may have."""
    if isinstance(value, dict):
        kept = {key: _without_references(entry) for key, entry in value.items() if key not in _SINGULAR}
        return {key: entry for key, entry in kept.items() if entry not in ([], {}, None)}
    if isinstance(value, list):
        return [entry for entry in map(_without_references, value) if entry is not None]
    return None if isinstance(value, str) and value.startswith(tuple(f"{kind}/" for kind in KINDS)) else value


_SINGULAR = frozenset({"aliases", "narrows", "distinct", "replaces", "conflicts", "suppress", "until"})


def _introduction(real: list[Any], number: int, place: str) -> Any:
    """Return an item of about BYTES: a real one with what others of its kind say besides."""
    item = dict(real[number % len(real)])
    item |= {"name": f"{item['name']}{_numeral(number)}", "basis": list(item.get("basis", ()))}
    notes = list(item.pop("notes", ()))
    for step in range(40):
        other = real[(number * 7 + step * 11 + 1) % len(real)]
        renamed = {entry["id"]: f"more-{step}-{n}" for n, entry in enumerate(other.get("basis", ()))}
        known = {(entry["source"], entry.get("clause")) for entry in item["basis"]}
        more = [
            {**entry, "id": renamed[entry["id"]], "says": entry.get("says", "另一种情况的依据") + _numeral(step)}
            for entry in other.get("basis", ()) if (entry["source"], entry.get("clause")) not in known
        ]  # fmt: skip
        item["basis"] += more
        notes += [f"{note[:180]}（{_numeral(number)}）" for note in other.get("notes", ())]
        if "cases" in item and len(more) == len(renamed):
            item["cases"] = [*item["cases"], *(_case(c, renamed, step) for c in other["cases"][:1])]
        if len(_text({**item, "notes": notes}).encode()) > BYTES:
            break
    item |= {"notes": notes} if notes else {}
    return item if place == "national" else _of_a_province(item)


def _case(case: Any, renamed: dict[str, str], step: int) -> Any:
    def with_ids(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: [renamed.get(i, i) for i in entry] if key == "basis" else with_ids(entry)
                for key, entry in value.items()
            }
        return [with_ids(entry) for entry in value] if isinstance(value, list) else value

    return {**with_ids(case), "id": f"case-{step}", "when": f"第{_numeral(step + 1)}种情况"}


def _of_a_province(value: Any) -> Any:
    """Return an item as a province states it: sources of the national place are named with it."""
    if isinstance(value, dict):
        return {
            key: f"national/{entry}" if key == "source" and "/" not in entry else _of_a_province(entry)
            for key, entry in value.items()
        }
    return [_of_a_province(entry) for entry in value] if isinstance(value, list) else value


def _adjustments() -> Iterator[tuple[str, Any]]:
    """Yield provinces' changes of national certificates: each adds a basis and a case on several days."""
    provinces = _provinces()
    others = _usable("certificates")
    for number in range(ADJUSTMENTS):
        changes: list[Any] = []
        for step in range(24):
            changes.append(_change(others[(number * 5 + step * 13) % len(others)], number, step))
            if len(_text(changes).encode()) > BYTES:
                break
        name = f"{provinces[number % len(provinces)]}/certificates/c{number // len(provinces)}.yaml"
        yield name, {"adjusts": "national", "changes": changes}


def _change(other: Any, number: int, step: int) -> Any:
    own, clause = f"added-{step}", f"第{_numeral(step + 1)}项"
    says = next((entry["says"] for entry in other.get("basis", ()) if "says" in entry), other["name"])
    case = {
        "id": own, "for": ["village", "community"], "when": f"{other['name']}（{_numeral(number)}）",
        "verdict": "must_not", "reached_by": "explicit", "act": "certificate",
        "instead": [{"id": "office", "do": says[:190], "where": "乡镇人民政府、街道办事处", "basis": [own]}],
        "basis": [own],
    }  # fmt: skip
    basis = {"id": own, "source": "notice", "clause": clause, "says": f"{says[:180]}（{_numeral(number)}）"}
    return {
        "from": f"{2021 + step // 12}-{step % 12 + 1:02}-01", "source": "notice", "clause": clause,
        "set": {"basis": [basis], "cases": [case]}, "was_absent": [f"basis.{own}", f"cases.{own}"],
    }  # fmt: skip


def _numeral(number: int) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))
