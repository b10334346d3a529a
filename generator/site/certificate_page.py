"""A certificate's page: the nation and every province have one for each certificate."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.model import ROOT, Place
from generator.resolve.directory import Item, Withdrawn
from generator.site.card import card_path
from generator.site.certificate import Certificate, certificate_of
from generator.site.comparison import comparison_of
from generator.site.context import Site
from generator.site.item_page import item_end, item_page
from generator.site.links import depth_of, page_path
from generator.site.page import Page, fragment
from generator.site.provision import RuleView, rule_views
from generator.site.rows import Row
from generator.words import UNCOLLECTED, VERDICTS, Verdict

# What to say and do when an office asks all the same, in this order.
ASKED_TOPICS = ("explanation", "feedback", "unlisted_matters", "legal_basis", "responsible_body")
_DENYING = frozenset({"must_not", "not_needed", "may_refuse", "unknown", "depends"})


@dataclass(frozen=True)
class Grounds:
    """The parts of a certificate's page that are the same wherever its values are the same."""

    item: Item
    view: Certificate
    top: Markup
    end: Markup


Shared = dict[tuple[str, int], list[Grounds]]


def certificate_page(site: Site, place: Place, item: Item, gone: Withdrawn | None, shared: Shared) -> Page:
    """Return a certificate's page; pages whose values are equal share their rendering by `shared`."""
    grounds = _grounds(site, item, depth_of(page_path(f"{place.path}/{item.id}")), shared)
    headline = Verdict("unknown", VERDICTS["unknown"]) if gone else grounds.view.verdict
    rules = rule_views(site, place.path, item)
    asked = _asked(rules) if headline.key in _DENYING else []
    context = {
        "view": grounds.view,
        "headline": headline,
        "unlisted": _unlisted(rules) if headline.key == "unknown" and not gone else None,
        "gap": _gap(site, place, item),
        "grounds_top": grounds.top,
        "grounds_end": grounds.end,
        "asked": asked,
        "rules": [rule for rule in rules if rule not in asked],
        "forms": tuple(_forms(site, place, grounds.view.form)),
        "comparison": comparison_of(site, item) if place.path == ROOT and not gone else None,
        "card_path": "" if gone else card_path(site, place.path, item),
    }
    description = f"{place.name}：{item.name}，{headline.words}。{_first_words(grounds.view)}"
    return item_page(site, place, item, gone, "certificate.html", description, context)


def _grounds(site: Site, item: Item, depth: int, shared: Shared) -> Grounds:
    """Return the shared parts of a certificate's page, rendered once for equal values."""
    known = shared.setdefault((item.id, depth), [])
    for grounds in known:
        if grounds.item == item:
            return grounds
    view = certificate_of(site, item)
    top = fragment("certificate_top.html", depth, {"view": view})
    known.append(Grounds(item, view, top, item_end(site, item, depth)))
    return known[-1]


def _asked(rules: tuple[RuleView, ...]) -> list[RuleView]:
    """Return the rules for when an office asks all the same, in the order of what to do."""
    return sorted(
        (rule for rule in rules if rule.topic in ASKED_TOPICS),
        key=lambda rule: ASKED_TOPICS.index(rule.topic),
    )


def _unlisted(rules: tuple[RuleView, ...]) -> RuleView | None:
    """Return the rule for matters in no list, the nation's before a place's."""
    return next((rule for rule in rules if rule.topic == "unlisted_matters"), None)


def _forms(site: Site, place: Place, item_id: str) -> Iterator[Row]:
    """Yield the blank form of a certificate with its page, as what it became where its id is an old one (F20)."""
    for current in site.read_as(place.path, item_id) if item_id else ():
        page = site.item_page(place.path, current)
        yield Row(site.item_name(place.path, current), page[1] if page else "")


def _first_words(view: Certificate) -> str:
    """Return what the page's description says of the way to go."""
    return f"{view.first_way.do}。".replace("。。", "。") if view.first_way else ""


def _gap(site: Site, place: Place, item: Item) -> str:
    """Say that a province's list is not collected."""
    if not site.uncollected(place.path):
        return ""
    if site.says_own(place.path, item.id):
        return UNCOLLECTED.partition("；")[0] + "。"
    return UNCOLLECTED + "。"
