"""The pages of matters: certificates (nation and every province), signs and provisions (where a place speaks)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.catalogue.model import ROOT, Place
from generator.resolve.directory import Item, TrailStep, Upcoming, Withdrawn
from generator.site.basis import all_bases, bases_of
from generator.site.certificate import Certificate, certificate_of
from generator.site.context import Site
from generator.site.evidence import mentions
from generator.site.links import depth_of, page_path
from generator.site.page import FRESHNESS, Page, fragment, speaker_of
from generator.site.provision import RuleView, provision_context, rule_views
from generator.site.reaches import words_list
from generator.site.sign import sign_of
from generator.site.trail import StepView, history_of, step_view, trail_of, upcoming_words
from generator.words import KINDS, UNCOLLECTED, VERDICTS, Verdict

ASKED_TOPICS = frozenset({"explanation", "legal_basis", "responsible_body", "unlisted_matters"})
_DENYING = frozenset({"must_not", "not_needed", "may_refuse", "unknown", "depends"})


@dataclass(frozen=True)
class Gone:
    """How a matter left the directory."""

    words: str
    step: StepView | None


@dataclass(frozen=True)
class Grounds:
    """The parts of a certificate's page that are the same wherever its values are the same."""

    item: Item
    view: Certificate
    top: Markup
    end: Markup


Shared = dict[tuple[str, int], list[Grounds]]


def item_pages(site: Site, place: Place, shared: Shared) -> Iterator[Page]:
    """Yield the pages of a place's matters; certificates whose values are equal share their rendering.

    `shared` keeps the renderings of one site: start with an empty one and pass it for each place.
    """
    for item, gone in site.items_of(place.path):
        if item.kind == "certificates":
            yield _certificate_page(site, place, item, gone, shared)
        else:
            yield _other_page(site, place, item, gone)


def _grounds(site: Site, item: Item, depth: int, shared: Shared) -> Grounds:
    """Return the shared parts of a certificate's page, rendered once for equal values."""
    known = shared.setdefault((item.id, depth), [])
    for grounds in known:
        if grounds.item == item:
            return grounds
    view = certificate_of(site, item)
    top = fragment("certificate_top.html", depth, {"view": view})
    known.append(Grounds(item, view, top, _end(site, item, depth)))
    return known[-1]


def _end(site: Site, item: Item, depth: int) -> Markup:
    """Return the foot of a matter's page: notes, other names, history and trail."""
    context = {
        "notes": words_list(item.get("notes")),
        "aliases": words_list(item.get("aliases")),
        "history": history_of(site, item),
        "trail": trail_of(site, item),
    }
    return fragment("item_end.html", depth, context)


def _certificate_page(site: Site, place: Place, item: Item, gone: Withdrawn | None, shared: Shared) -> Page:
    """Return a certificate's page."""
    path = page_path(f"{place.path}/{item.id}")
    grounds = _grounds(site, item, depth_of(path), shared)
    headline = Verdict("unknown", VERDICTS["unknown"]) if gone else grounds.view.verdict
    rules = rule_views(site, place.path, item)
    asks = headline.key in _DENYING
    context = {
        "view": grounds.view,
        "headline": headline,
        "gap": _gap(site, place, item),
        "grounds_top": grounds.top,
        "grounds_end": grounds.end,
        "asked": [rule for rule in rules if asks and rule.topic in ASKED_TOPICS],
        "rules": [rule for rule in rules if not (asks and rule.topic in ASKED_TOPICS)],
        "mentions": mentions(site, place.path, item.id),
    }
    description = f"{place.name}：{item.name}，{headline.words}。{_first_words(grounds.view)}"
    return _page(site, place, item, gone, "certificate.html", description, context)


def _first_words(view: Certificate) -> str:
    """Return what the page's description says of the way to go."""
    return f"{view.first_way.do}。".replace("。。", "。") if view.first_way else ""


def _other_page(site: Site, place: Place, item: Item, gone: Withdrawn | None) -> Page:
    """Return a sign's or a provision's page."""
    bases = bases_of(site, item)
    context: dict[str, object] = {
        "basis": all_bases(site, item, bases),
        "grounds_end": _end(site, item, depth_of(page_path(f"{place.path}/{item.id}"))),
    }
    if item.kind == "signs":
        rules: tuple[RuleView, ...] = rule_views(site, place.path, item)
        context |= {"sign": sign_of(item, bases), "rules": rules}
        return _page(site, place, item, gone, "sign.html", f"{place.name}：{item.name}", context)
    context |= provision_context(site, place.path, item)
    return _page(site, place, item, gone, "provision.html", f"{place.name}：{item.get('text')}", context)


def _page(
    site: Site,
    place: Place,
    item: Item,
    gone: Withdrawn | None,
    template: str,
    description: str,
    context: dict[str, object],
) -> Page:
    """Return a matter's page with what all kinds share."""
    announced = [u for u in site.directories[place.path].upcoming if u.item == item.id]
    national = site.item_page(ROOT, item.id)
    place_path = page_path(place.path)
    common = {
        "item": item,
        "place": place,
        "withdrawn": _gone(site, gone) if gone else None,
        "upcoming": [upcoming_words(site, step) for step in announced],
        "prints": tuple(site.prints_of(place.path, item.id).items()),
        "place_path": place_path,
        "national_path": national[1] if national and place.path != ROOT else "",
    }
    return Page(
        page_path(f"{place.path}/{item.id}"),
        f"{item.name}（{place.name}）",
        description,
        template,
        speaker_of(site, place),
        {**common, **context},
        (("首页", "index.html"), (place.name, place_path), (KINDS[item.kind], f"{place_path}#{item.kind}")),
        next_change(item, announced, site.on),
        (FRESHNESS,),
    )


def _gone(site: Site, gone: Withdrawn) -> Gone:
    """Say how a matter left the directory."""
    words = "所依据的文件已到期，目录不再列这一项" if gone.lapsed else "目录不再列这一项"
    return Gone(words, step_view(site, gone.step) if gone.step else None)


def _gap(site: Site, place: Place, item: Item) -> str:
    """Say that a province's list is not collected."""
    if not site.uncollected(place.path):
        return ""
    if site.says_own(place.path, item.id):
        return UNCOLLECTED.partition("；")[0] + "。"
    return UNCOLLECTED + "。"


def next_change(item: Item, announced: list[Upcoming], on: date) -> date | None:
    """Return the next day on which something on a matter's page changes, or stops being uncertain."""
    days: set[date] = set()
    for step in (*item.history, *(u.step for u in announced)):
        days |= {day for day in _days(step) if day > on}
    return min(days, default=None)


def _days(step: TrailStep) -> set[date]:
    """Return the days on which a step begins or ends, or an uncertainty of its bounds ends."""
    return {day for bound in (step.start, step.until) if bound for day in (bound.first, bound.settled)}
