"""The nation's matters of one kind on one page, parted by their answer, to be narrowed by a script where there is one.

The choices stand in the page's address (`?v=must_not&d=民政部门`). A line says by the positions of their options what
it can be chosen by: names would make half of the page. Without a script the groups are anchors, and a page by office
and law leads to the matters of each.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.model import ROOT
from generator.site.comparison import full_name
from generator.site.context import Site, source_path
from generator.site.kind_lines import OFFICES, Line, Section, by_office, kind_sections, laws_of, lines_of
from generator.site.links import page_path
from generator.site.page import FRESHNESS, Page, speaker_of
from generator.words import KINDS

FILTER = "filter.js"
LEADS = {
    "certificates": "全国规定里的证明事项，按结论分。各省可能有自己的清单。",
    "tasks": "法律、法规和中央文件要村里做、不许派给村里的事，按结论分。",
    "forms": "文件写到的、要村里填或者签的表。",
    "mechanisms": "村里的组织、岗位和工作机制，凭什么设、要不要设。",
    "facilities": "村级综合服务设施和别的场所，文件怎么写。",
    "signs": "门口和室内挂什么牌子，文件怎么写。",
    "provisions": "不单属于哪一件事、管一片的规定。",
}


@dataclass(frozen=True)
class Choice:
    """A choice that narrows the list: its key in the address and its (value, words) in order."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


def kind_pages(site: Site) -> Iterator[Page]:
    """Yield a page for each kind of the nation's matters, and one that has them by office and law."""
    for kind in KINDS:
        sections = kind_sections(site, kind)
        yield kind_page(site, kind, sections)
        if any(line.offices or line.laws for line in lines_of(sections)):
            yield browse_page(site, kind, sections)


def kind_page(site: Site, kind: str, sections: tuple[Section, ...]) -> Page:
    """Return the page of a kind."""
    lines = lines_of(sections)
    choices = _choices(site, kind, sections, lines)
    browsed = any(line.offices or line.laws for line in lines)
    context: dict[str, object] = {
        "heading": KINDS[kind],
        "lead": LEADS[kind],
        "sections": sections,
        "choices": choices,
        "position": _positions(choices, lines),
        "browse": _browse_path(kind) if browsed else "",
        "browse_words": _browse_words(kind, lines),
        "must_not": page_path(f"{ROOT}/must-not") if kind == "tasks" else "",
    }
    return Page(
        page_path(f"{ROOT}/{kind}"), f"全国{KINDS[kind]}", LEADS[kind], "kind.html",
        speaker_of(site, site.place(ROOT)), context, (("首页", "index.html"), ("全国", page_path(ROOT))),
        site.directories[ROOT].changes_next, (FRESHNESS, FILTER),
    )  # fmt: skip


def browse_page(site: Site, kind: str, sections: tuple[Section, ...]) -> Page:
    """Return the page that has the matters of a kind by the offices behind them, and the laws they rest on."""
    lines = lines_of(sections)
    sources = [site.catalogue.sources[law] for law in laws_of(lines)]
    context: dict[str, object] = {
        "heading": KINDS[kind],
        "words": _browse_words(kind, lines),
        "by_office": by_office(lines),
        "office": OFFICES.get(kind, ("", ""))[1],
        "laws": [(source.cited, source_path(source)) for source in sources],
    }
    words = f"{KINDS[kind]}：{_browse_words(kind, lines)}"
    return Page(
        _browse_path(kind), words, f"全国和各地的{words}。", "browse.html", speaker_of(site, site.place(ROOT)), context,
        (("首页", "index.html"), ("全国", page_path(ROOT)), (KINDS[kind], page_path(f"{ROOT}/{kind}"))),
    )  # fmt: skip


def _browse_path(kind: str) -> str:
    return page_path(f"{ROOT}/browse/{kind}")


def _browse_words(kind: str, lines: list[Line]) -> str:
    """Say what the matters of a kind can be browsed by."""
    said = [f"按{OFFICES[kind][1]}"] if by_office(lines) else []
    return "、".join([*said, "按法律法规"] if laws_of(lines) else said)


def _choices(site: Site, kind: str, sections: tuple[Section, ...], lines: list[Line]) -> tuple[Choice, ...]:
    """Return what the list can be narrowed by; a choice of one is none."""
    places = {path: full_name(site, site.place(path)) for line in lines for path in line.places}
    ordered = sorted(places.items(), key=lambda pair: (site.place(pair[0]).code or "999999", pair[0]))
    by = "结论" if any(section.verdict for section in sections) else "哪一类"
    found = (
        Choice("v", by, tuple((section.code, section.heading) for section in sections)),
        Choice("d", OFFICES.get(kind, ("", ""))[1], tuple((o.name, o.name) for o in by_office(lines))),
        Choice("l", "法律法规", tuple((law, _short(site, law)) for law in laws_of(lines))),
        Choice("p", "哪里另有写法", tuple(ordered)),
    )  # fmt: skip
    return tuple(choice for choice in found if len(choice.options) > 1)


def _positions(choices: tuple[Choice, ...], lines: list[Line]) -> dict[str, dict[str, int]]:
    """Return, by choice, the position of each value's option; an office has one for every writing of its name."""
    found = {c.key: {value: n for n, (value, _) in enumerate(c.options, 1)} for c in choices}
    if offices := found.get("d"):
        offices |= {name: offices[office.name] for office in by_office(lines) for name in office.also}
    return found


def _short(site: Site, law: str) -> str:
    """Return the title of a law as everybody says it: a phone shows only its first characters."""
    return site.catalogue.sources[law].title.removeprefix("中华人民共和国")
