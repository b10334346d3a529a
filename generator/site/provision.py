"""A provision as its own page shows it, and as the pages of the matters it reaches do."""

from dataclasses import dataclass

from generator.resolve.directory import Item
from generator.site.context import Site
from generator.site.reaches import reach_words, reaching, words_list
from generator.site.trail import SourceLink, source_link
from generator.words import KINDS, LIMITS, TOPICS, VERDICTS


@dataclass(frozen=True)
class RuleView:
    """A provision on the page of a matter it reaches."""

    name: str
    path: str
    topic: str
    text: str
    source: SourceLink | None
    clause: str


def rule_views(site: Site, place: str, item: Item) -> tuple[RuleView, ...]:
    """Return the provisions of a place's directory that reach a matter."""
    return tuple(_rule(site, place, rule) for rule in reaching(site.directories[place], item))


def _rule(site: Site, place: str, rule: Item) -> RuleView:
    """Return one provision as a matter's page shows it."""
    made_by = rule.values["text"].trail[-1] if "text" in rule.values and rule.values["text"].trail else None
    page = site.item_page(place, rule.id)
    return RuleView(
        rule.name,
        page[1] if page else "",
        str(rule.get("topic") or ""),
        str(rule.get("text") or ""),
        source_link(made_by.source) if made_by and made_by.source else None,
        (made_by.clause or "") if made_by else "",
    )


def provision_context(site: Site, place: str, item: Item) -> dict[str, object]:
    """Return what a provision's own page needs."""
    tree = item.tree()
    limits = tree.get("limits")
    named = []
    for item_id in words_list(item.get("reaches.items")):
        page = site.item_page(place, item_id)
        named.append((site.item_name(place, item_id), page[1] if page else ""))
    return {
        "text": str(item.get("text") or ""),
        "topic": TOPICS.get(str(item.get("topic")), ""),
        "limits": [
            (LIMITS.get(key, key), f"{count}块" if "plaques" in key else f"{count}个")
            for key, count in (limits.items() if isinstance(limits, dict) else ())
        ],
        "reach": reach_words(tree.get("reaches"), KINDS, VERDICTS),
        "named": named,
    }
