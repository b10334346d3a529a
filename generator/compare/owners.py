"""Who must agree to a change: the offices of the places whose files it touches, and who keeps the project.

Who answers for a place stands in its place.yaml (`maintainers`); a place without any is answered for from above.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.model import ROOT, Catalogue, strings
from generator.reading.document import Json

# What lies outside the catalogue concerns everybody.
PARTS: Mapping[str, str] = {
    "schema": "格式", "generator": "程序", "site_templates": "页面模板", "tests": "测试", "benchmarks": "测试",
    "docs": "文档", ".github": "流程", ".gitlab": "流程", ".gitlab-ci.yml": "流程", ".workflow": "流程",
    ".gitee": "流程", ".ci": "流程", "CODEOWNERS": "流程",
}  # fmt: skip
OTHER = "其他文件"
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True)
class Party:
    """One that must agree: a place (by path) or a part of the project, the files it is about, and who answers."""

    place: str
    name: str
    files: tuple[str, ...]
    owners: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """All that must agree to a change."""

    places: tuple[Party, ...]
    parts: tuple[Party, ...]

    @property
    def plain(self) -> bool:
        """Tell whether one place alone decides."""
        return len(self.places) <= 1 and not self.parts


def maintainers(catalogue: Catalogue, place: str) -> tuple[str, ...]:
    """Return the mailboxes that answer for a place: its own, else those of the nearest place above that has some."""
    for path in reversed(catalogue.chain(place)) if place in catalogue.places else (ROOT,):
        held = catalogue.places[path].data.get("maintainers") if path in catalogue.places else None
        found = tuple(text for text in strings(held) if _ADDRESS.fullmatch(text))
        if found:
            return found
    return ()


def agreement(paths: Iterable[str], below: str, catalogue: Catalogue) -> Agreement:
    """Return who must agree to a change of `paths`; `below` is the catalogue's path in the repository.

    `catalogue` is the one before the change: a change does not choose who agrees to it.
    """
    places: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for path in paths:
        if path.startswith(below) and "/" in path.removeprefix(below):
            places.setdefault(_place(path.removeprefix(below), catalogue), []).append(path)
        else:
            parts.setdefault(PARTS.get(path.split("/", maxsplit=1)[0], OTHER), []).append(path)
    keepers = maintainers(catalogue, ROOT)
    return Agreement(
        tuple(
            Party(place, _name(catalogue, place), tuple(files), maintainers(catalogue, place))
            for place, files in sorted(places.items())
        ),
        tuple(Party("", part, tuple(files), keepers) for part, files in sorted(parts.items())),
    )


def _place(path: str, catalogue: Catalogue) -> str:
    """Return the nearest known place whose folder a file lies in; of a new one, the place above it."""
    folder = path.rpartition("/")[0]
    while folder and folder not in catalogue.places:
        folder = folder.rpartition("/")[0]
    return folder or ROOT


def _name(catalogue: Catalogue, place: str) -> str:
    return catalogue.places[place].name if place in catalogue.places else place


def agreement_lines(found: Agreement) -> Iterator[str]:
    """Yield who must agree, as text."""
    if not found.places and not found.parts:
        yield "没有改动"
        return
    yield "这次改动要谁同意："
    for party in (*found.places, *found.parts):
        where = f"（catalog/{party.place}）" if party.place else ""
        who = "、".join(party.owners) or "没有登记维护单位，由项目维护者决定"
        yield f"  {party.name}{where}，{len(party.files)} 个文件：{who}"
    if len(found.places) > 1:
        yield f"动了 {len(found.places)} 个地方的文件夹：要各地分别同意，能分开的请分成几个合并请求。"
    if found.parts:
        yield f"动了{'、'.join(party.name for party in found.parts)}：关系到所有地方，要项目维护者同意。"


def agreement_data(found: Agreement) -> dict[str, Json]:
    """Return who must agree, as plain data."""
    return {
        "places": [_data(party) for party in found.places], "parts": [_data(party) for party in found.parts],
        "one_place_alone": found.plain,
    }  # fmt: skip


def _data(party: Party) -> Json:
    return {
        "place": party.place or None,
        "name": party.name,
        "files": list(party.files),
        "owners": list(party.owners),
    }


def codeowners(catalogue: Catalogue, below: str = "catalog/") -> str:
    """Return the CODEOWNERS file: the project's maintainers for everything, then each place's own for its folder."""
    keepers = maintainers(catalogue, ROOT)
    own = {
        path: found
        for path in sorted(catalogue.places)
        if path != ROOT
        and (found := maintainers(catalogue, path))
        and "maintainers" in catalogue.places[path].data
    }
    lines = [
        "# 由 make docs 生成（qingdan owners），不要手改：维护单位写在各地 place.yaml 的 maintainers 里。",
        *([] if keepers else ["# 全国的 place.yaml 还没有登记维护单位，所以下一行没有人。"]),
        " ".join(("*", *keepers)),
        *(f"/{below}{path}/ {' '.join(found)}" for path, found in own.items()),
    ]
    return "\n".join(lines) + "\n"
