"""The pages one comes in by: home, the provinces, the search, and the nation's matters by kind."""

from collections.abc import Iterator, Mapping

from generator.catalogue.model import ROOT
from generator.site.context import Site
from generator.site.links import page_path
from generator.site.page import FRESHNESS, PROVINCE, SEARCH, Page, speaker_of
from generator.site.place_page import answer_groups, rows_of
from generator.site.rows import Group, Row
from generator.site.search_page import local_matters, search_page
from generator.words import FILINGS, KINDS, POSITIONS, TOPICS

HOME = (("首页", "index.html"),)
# Shown under the field, where the catalogue has them: the matters people ask for most.
EXAMPLES = ("kinship", "no-criminal-record", "proof-of-life", "marital-status")


def entrance_pages(site: Site) -> Iterator[Page]:
    """Yield home, the provinces, the search, and a page for each kind of the nation's matters."""
    yield _home(site)
    yield _places(site)
    yield search_page(site)
    yield _answered(site, "certificates", "全国规定里的证明事项，按结论分。各省可能有自己的清单。")
    yield _answered(site, "tasks", "法律、法规和中央文件要村里做、不许派给村里的事，按结论分。")
    yield _by_word(site, "forms", "filing", FILINGS, "文件写到的、要村里填或者签的表。")
    yield _answered(site, "mechanisms", "村里的组织、岗位和工作机制，凭什么设、要不要设。")
    yield _answered(site, "facilities", "村级综合服务设施和别的场所，文件怎么写。")
    yield _by_word(site, "signs", "position", POSITIONS, "门口和室内挂什么牌子，文件怎么写。")
    yield _by_word(site, "provisions", "topic", TOPICS, "不单属于哪一件事、管一片的规定。")


def _home(site: Site) -> Page:
    """Return the home page."""
    directory = site.directories[ROOT]
    examples = [
        item for item in map(directory.items.get, (f"certificates/{slug}" for slug in EXAMPLES)) if item
    ]
    examples = examples or list(directory.of_kind("certificates")[:4])
    context: dict[str, object] = {
        "examples": rows_of(site, ROOT, examples),
        "counts": {
            **{kind: len(directory.of_kind(kind)) for kind in KINDS},
            "sources": len(site.catalogue.sources),
        },
        "provinces": [
            Row(place.name, page_path(place.path), kind=place.path) for place in site.catalogue.provinces()
        ],
    }
    return Page(
        "index.html", "首页", "村（社区）该不该开这份证明、不开怎么办、门口挂什么牌子：各级文件写了什么，逐条有出处。",
        "home.html", speaker_of(site, site.place(ROOT)), context, (), directory.changes_next,
        (FRESHNESS, SEARCH, PROVINCE),
    )  # fmt: skip


def _places(site: Site) -> Page:
    """Return the provinces in official order, with what is collected of each."""
    rows = [
        Row(place.name, page_path(place.path), _collected(site, place.path))
        for place in site.catalogue.provinces()
    ]
    return Page(
        "places/index.html", "各省", "31个省级地方的目录，按统计用区划代码的次序。", "places.html",
        speaker_of(site, site.place(ROOT)), {"provinces": rows}, HOME,
    )  # fmt: skip


def _collected(site: Site, place: str) -> str:
    """Say what is collected of a province."""
    lists, sources = len(site.lists_of(place)), len(site.sources_of(place))
    own = sum(place in files for files in site.catalogue.items.values())
    said = [f"清单{lists}份"] if lists else ["尚未收集到本省清单"]
    said += [f"本地文件{sources}份"] if sources else []
    said += [f"本地写到的事项{own}项"] if own else []
    return "，".join(said)


def _kind_page(site: Site, kind: str, lead: str, groups: tuple[Group, ...]) -> Page:
    """Return the page of a kind of the nation's matters."""
    elsewhere = [Row(name, path, kind=words) for words, name, path in local_matters(site, kind)]
    return Page(
        f"{ROOT}/{kind}/index.html", f"全国{KINDS[kind]}", lead, "kind.html", speaker_of(site, site.place(ROOT)),
        {"heading": KINDS[kind], "lead": lead, "groups": groups, "elsewhere": elsewhere},
        (*HOME, ("全国", page_path(ROOT))), site.directories[ROOT].changes_next,
    )  # fmt: skip


def _answered(site: Site, kind: str, lead: str) -> Page:
    """Return the nation's matters of a kind by their answer."""
    return _kind_page(site, kind, lead, answer_groups(site, ROOT, site.directories[ROOT], kind))


def _by_word(site: Site, kind: str, field: str, table: Mapping[str, str], lead: str) -> Page:
    """Return the nation's signs or provisions, grouped by one of their words."""
    groups = []
    for code, words in (*table.items(), (None, "其他")):
        items = [i for i in site.directories[ROOT].of_kind(kind) if i.get(field) == code]
        rows = tuple(Row(row.name, row.path) for row in rows_of(site, ROOT, items))
        if rows:
            groups.append(Group(None, words, rows))
    return _kind_page(site, kind, lead, tuple(groups))
