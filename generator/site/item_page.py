"""What the pages of all matters share: how one left the directory, conflicts, what comes next, where else to look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from generator.catalogue.model import ROOT, Place, strings, text_of
from generator.resolve.directory import Item, TrailStep, Upcoming, Withdrawn
from generator.site.checks_page import AcceptedView, accepted_views
from generator.site.comparison import speaking_below
from generator.site.conflicts import conflicts_of
from generator.site.context import Site
from generator.site.evidence import mentions
from generator.site.links import page_path
from generator.site.page import FRESHNESS, Page, fragment, speaker_of
from generator.site.proposals import applications
from generator.site.provision import RuleView, rule_view
from generator.site.trail import StepView, history_of, step_view, trail_of, upcoming_words
from generator.words import ENDINGS, GROUNDS, KINDS


@dataclass(frozen=True)
class Gone:
    """How a matter left the directory."""

    words: str
    step: StepView | None
    grounds: str
    returned_to: str
    replaced_by: tuple[tuple[str, str], ...]
    below_open: bool


def item_page(
    site: Site,
    place: Place,
    item: Item,
    gone: Withdrawn | None,
    template: str,
    description: str,
    context: Mapping[str, object],
) -> Page:
    """Return a matter's page: what all kinds share, and `context` with what its kind adds."""
    announced = [u for u in site.directories[place.path].upcoming if u.item == item.id]
    national = site.item_page(ROOT, item.id)
    place_path = page_path(place.path)
    path = page_path(f"{place.path}/{item.id}")
    common: dict[str, object] = {
        "conflicts": conflicts_of(site, item),
        "way": way_out(site, place),
        "missing_here": item.id in site.directories[place.path].missing,
        "item": item,
        "place": place,
        "withdrawn": _gone(site, place, gone) if gone else None,
        "upcoming": [upcoming_words(site, place.path, step) for step in announced],
        "prints": tuple(_prints(site, place, item)),
        "mentions": mentions(site, place.path, item.id),
        "applications": applications(site, place.path, item.id),
        "accepted": _accepted(site, place, item),
        "speaking": speaking_below(site, place.path, item.id),
        "place_path": place_path,
        "national_path": national[1] if national and place.path != ROOT else "",
        "report_url": site.settings.report_url.replace("{path}", quote(path, safe="")),
    }
    return Page(
        path,
        f"{item.name}（{place.name}）",
        description,
        template,
        speaker_of(site, place),
        {**common, **context},
        crumbs_of(place, item),
        next_change(item, announced, site.on),
        (FRESHNESS,),
    )


def _prints(site: Site, place: Place, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the print files of a matter, or of its blank form, as what it became where its id is an old one (F20)."""
    form = text_of(item.get("form"))
    for item_id in site.read_as(place.path, form) if form else (item.id,):
        yield from site.prints_of(place.path, item_id).items()


def _accepted(site: Site, place: Place, item: Item) -> tuple[AcceptedView, ...]:
    """Return what the files that make a matter accept of the checker's findings, from the nation down."""
    files = site.catalogue.items.get(item.id, {})
    chain = [p for p in site.catalogue.chain(place.path, site.on) if p in files]
    return tuple(view for p in chain for view in accepted_views(site, files[p].document.file))


def crumbs_of(place: Place, item: Item) -> tuple[tuple[str, str], ...]:
    """Return the way from home to a matter's page."""
    above = page_path(place.path)
    return ("首页", "index.html"), (place.name, above), (KINDS[item.kind], f"{above}#{item.kind}")


def item_end(site: Site, item: Item, depth: int) -> Markup:
    """Return the foot of a matter's page: notes, other names, history and trail."""
    context = {
        "notes": strings(item.get("notes")),
        "aliases": strings(item.get("aliases")),
        "history": history_of(site, item),
        "trail": trail_of(site, item),
    }
    return fragment("item_end.html", depth, context)


def _gone(site: Site, place: Place, gone: Withdrawn) -> Gone:
    """Say how a matter left the directory, and where to look instead."""
    replaced = []
    for item_id in gone.replaced_by:
        page = site.item_page(place.path, item_id)
        replaced.append((site.item_name(place.path, item_id), page[1] if page else ""))
    return Gone(
        ENDINGS[gone.how], step_view(site, gone.step) if gone.step else None,
        "、".join(GROUNDS.get(ground, ground) for ground in gone.grounds), gone.returned_to or "",
        tuple(replaced), gone.how == "withdrawn" and gone.below == "open",
    )  # fmt: skip


def way_out(site: Site, place: Place) -> RuleView | None:
    """Return the provision that says where to turn when documents differ: the Opinion's way to the township."""
    for rule in site.directories[place.path].of_kind("provisions"):
        if rule.get("topic") == "explanation":
            return rule_view(site, place.path, rule)
    return None


def next_change(item: Item, announced: list[Upcoming], on: date) -> date | None:
    """Return the next day on which something on a matter's page changes, or stops being uncertain."""
    days: set[date] = set()
    for step in (*item.history, *(u.step for u in announced)):
        days |= {day for day in _days(step) if day > on}
    return min(days, default=None)


def _days(step: TrailStep) -> set[date]:
    """Return the days on which a step begins or ends, or an uncertainty of its bounds ends."""
    return {day for bound in (step.start, step.until) if bound for day in (bound.first, bound.settled)}
