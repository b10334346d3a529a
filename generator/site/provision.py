"""A provision as its own page shows it, and as the pages of the matters it reaches do."""

from dataclasses import dataclass

from generator.catalogue.inlined import resolved_fields
from generator.catalogue.model import strings
from generator.resolve.directory import Item
from generator.site.context import Site, list_path
from generator.site.reaches import reach_words, reached_lists, reaching
from generator.site.trail import SourceLink, source_link
from generator.words import KINDS, REACHABLE_VERDICTS, TOPICS

# Shown by the page itself.
PROVISION_SHOWN = frozenset({"topic", "text", "limits", "reaches"})


@dataclass(frozen=True)
class RuleView:
    """A provision on the page of a matter it reaches."""

    name: str
    path: str
    topic: str
    text: str
    source: SourceLink | None
    clause: str
    notes: tuple[str, ...] = ()  # that it loosens, that its document gives no end (FOLD F27)


def rule_views(site: Site, place: str, item: Item) -> tuple[RuleView, ...]:
    """Return the provisions of a place's directory that reach a matter."""
    return tuple(
        rule_view(site, place, rule) for rule in reaching(site.catalogue, site.directories[place], item)
    )


def rule_view(site: Site, place: str, rule: Item) -> RuleView:
    """Return one provision as a matter's page shows it."""
    made_by = rule.values["text"].giver if "text" in rule.values else None
    page = site.item_page(place, rule.id)
    return RuleView(
        rule.name,
        page[1] if page else "",
        str(rule.get("topic") or ""),
        str(rule.get("text") or ""),
        source_link(made_by.source) if made_by and made_by.source else None,
        (made_by.clause or "") if made_by else "",
        tuple(
            words
            for words, said in (
                ("过渡安排放宽了结论，结论本身不变", rule.get("loosens") is True),
                ("现阶段有效，文件没有写到哪一天", made_by is not None and made_by.until_unstated),
            )
            if said
        ),
    )


def provision_context(site: Site, place: str, item: Item) -> dict[str, object]:
    """Return what a provision's own page needs."""
    tree = item.tree()
    limits = tree.get("limits")
    words = resolved_fields("provisions")["properties"]["limits"]["properties"]
    named = []
    for item_id in strings(item.get("reaches.items")):
        page = site.item_page(place, item_id)
        named.append((site.item_name(place, item_id), page[1] if page else ""))
    return {
        "text": str(item.get("text") or ""),
        "topic": TOPICS.get(str(item.get("topic")), ""),
        "limits": [
            str(words[key]["description"]).replace("几", str(count))
            for key, count in (limits.items() if isinstance(limits, dict) else ())
        ],
        "reach": reach_words(tree.get("reaches"), KINDS, REACHABLE_VERDICTS),
        "named": named,
        "reached_lists": [
            (str(entry.data.get("title")), list_path(entry)) for entry in reached_lists(site.catalogue, item)
        ],
    }
