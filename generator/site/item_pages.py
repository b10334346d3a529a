"""The pages of matters: certificates at the nation and in every province, other kinds where a place speaks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.catalogue.model import ROOT, Place, strings
from generator.resolve.directory import Item, TrailStep, Upcoming, Withdrawn
from generator.site.answer import HEADLINED, answer_of
from generator.site.basis import all_bases, bases_of
from generator.site.certificate import Certificate, certificate_of
from generator.site.conflicts import conflicts_of
from generator.site.context import Site
from generator.site.evidence import mentions
from generator.site.facts import facts_of
from generator.site.links import depth_of, page_path
from generator.site.page import FRESHNESS, Page, fragment, speaker_of
from generator.site.provision import PROVISION_SHOWN, RuleView, provision_context, rule_view, rule_views
from generator.site.rows import Row
from generator.site.sign import SIGN_SHOWN, sign_of
from generator.site.trail import StepView, history_of, step_view, trail_of, upcoming_words
from generator.words import ENDINGS, GROUNDS, KINDS, UNCOLLECTED, VERDICTS, Verdict

ASKED_TOPICS = frozenset({"explanation", "legal_basis", "responsible_body", "unlisted_matters"})
_DENYING = frozenset({"must_not", "not_needed", "may_refuse", "unknown", "depends"})


@dataclass(frozen=True)
class Gone:
    """How a matter left the directory."""

    words: str
    step: StepView | None
    grounds: str
    returned_to: str
    replaced_by: tuple[tuple[str, str], ...]
    below_open: bool


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
        "notes": strings(item.get("notes")),
        "aliases": strings(item.get("aliases")),
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
        "form": _form(site, place, grounds.view.form),
    }
    description = f"{place.name}：{item.name}，{headline.words}。{_first_words(grounds.view)}"
    return _page(site, place, item, gone, "certificate.html", description, context)


def _form(site: Site, place: Place, item_id: str) -> Row | None:
    """Return the blank form of a certificate, with its page."""
    if not item_id:
        return None
    page = site.item_page(place.path, item_id)
    return Row(site.item_name(place.path, item_id), page[1] if page else "")


def _first_words(view: Certificate) -> str:
    """Return what the page's description says of the way to go."""
    return f"{view.first_way.do}。".replace("。。", "。") if view.first_way else ""


def _other_page(site: Site, place: Place, item: Item, gone: Withdrawn | None) -> Page:
    """Return the page of a task, form, mechanism, facility, sign or provision."""
    bases = bases_of(site, item)
    everything = all_bases(site, item, bases)
    context: dict[str, object] = {
        "basis": everything,
        "grounds_end": _end(site, item, depth_of(page_path(f"{place.path}/{item.id}"))),
        "rules": rule_views(site, place.path, item),
        "mentions": mentions(site, place.path, item.id),
    }
    described = f"{place.name}：{item.name}"
    if item.kind == "signs":
        context |= {"sign": sign_of(site, place.path, item, bases)}
        context |= {"facts": facts_of(site, place.path, item, bases, SIGN_SHOWN)}
        return _page(site, place, item, gone, "sign.html", described, context)
    if item.kind == "provisions":
        context |= provision_context(site, place.path, item)
        context |= {"facts": facts_of(site, place.path, item, bases, PROVISION_SHOWN)}
        return _page(site, place, item, gone, "provision.html", f"{place.name}：{item.get('text')}", context)
    answer = answer_of(item)
    context |= {
        "headline": None if gone else answer,
        "reason": everything[0] if everything else None,
        "facts": facts_of(site, place.path, item, bases, HEADLINED),
    }
    return _page(
        site,
        place,
        item,
        gone,
        "matter.html",
        f"{described}，{answer.words}" if answer else described,
        context,
    )


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
    common: dict[str, object] = {
        "conflicts": conflicts_of(site, item),
        "way": _way(site, place),
        "missing_here": item.id in site.directories[place.path].missing,
        "item": item,
        "place": place,
        "withdrawn": _gone(site, place, gone) if gone else None,
        "upcoming": [upcoming_words(site, step) for step in announced],
        "prints": tuple(site.prints_of(place.path, str(item.get("form") or item.id)).items()),
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


def _way(site: Site, place: Place) -> RuleView | None:
    """Return the provision that says where to turn when documents differ: the Opinion's way to the township."""
    for rule in site.directories[place.path].of_kind("provisions"):
        if rule.get("topic") == "explanation":
            return rule_view(site, place.path, rule)
    return None


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
