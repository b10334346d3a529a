"""The page of a task, form, mechanism, facility, sign or provision."""

from generator.catalogue.model import Place
from generator.resolve.directory import Item, Withdrawn
from generator.site.answer import HEADLINED, answer_of
from generator.site.basis import all_bases, bases_of, by_document
from generator.site.context import Site
from generator.site.facts import facts_of
from generator.site.item_page import item_end, item_page
from generator.site.links import depth_of, page_path
from generator.site.page import Page
from generator.site.provision import PROVISION_SHOWN, provision_context, rule_views
from generator.site.sign import SIGN_SHOWN, sign_of

# Beside the answer on the first screen: what it is about, and who is behind it.
_FIRST = ("says", "department", "applies_to", "within")


def matter_page(site: Site, place: Place, item: Item, gone: Withdrawn | None) -> Page:
    """Return the page of a matter that is no certificate."""
    bases = bases_of(site, item)
    everything = all_bases(site, item, bases)
    context: dict[str, object] = {
        "basis": by_document(everything),
        "grounds_end": item_end(site, item, depth_of(page_path(f"{place.path}/{item.id}"))),
        "rules": rule_views(site, place.path, item),
    }
    described = f"{place.name}：{item.name}"
    if item.kind == "signs":
        context |= {"sign": sign_of(site, place.path, item, bases)}
        context |= {"facts": facts_of(site, place.path, item, bases, SIGN_SHOWN)}
        return item_page(site, place, item, gone, "sign.html", described, context)
    if item.kind == "provisions":
        context |= provision_context(site, place.path, item)
        context |= {"facts": facts_of(site, place.path, item, bases, PROVISION_SHOWN)}
        described = f"{place.name}：{item.get('text')}"
        return item_page(site, place, item, gone, "provision.html", described, context)
    answer = None if gone else answer_of(item)
    facts = facts_of(site, place.path, item, bases, HEADLINED)
    first = [fact for fact in facts if answer and fact.key in _FIRST]
    context |= {
        "headline": answer,
        "reason": everything[0] if everything else None,
        "first": first,
        "facts": [fact for fact in facts if fact not in first],
    }
    if answer:
        described += f"，{answer.words}"
    return item_page(site, place, item, gone, "matter.html", described, context)
