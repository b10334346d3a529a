"""The card a village shows to the bank or school that asked for a proof it does not issue.

Only where every case says so, by a document and not by inference (FOLD F25, DESIGN §4): nobody is turned away by a
card for a proof that may be issued, or of which nothing is known. A place has its own card where it says something
of its own; others show that of the nearest place above.
"""

import segno
from markupsafe import Markup

from generator.catalogue.model import Place
from generator.resolve.directory import Item
from generator.site.basis import by_document
from generator.site.certificate import Certificate, certificate_of
from generator.site.conflicts import conflicts_of
from generator.site.context import Site
from generator.site.item_page import crumbs_of, way_out
from generator.site.links import page_path
from generator.site.page import Page, speaker_of

NOT_ISSUED = frozenset({"must_not", "not_needed"})
_INFERRED = frozenset({"inferred", "residual"})


def has_card(item: Item) -> bool:
    """Tell whether a document says that a certificate is not issued, in every case and on this day for certain."""
    cases = [path.removesuffix(".verdict") for path in item.values if _is_verdict(path)]
    return (
        bool(cases)
        and not item.date_uncertain
        and all(item.get(f"{case}.verdict") in NOT_ISSUED for case in cases)
        and not any(item.get(f"{case}.reached_by") in _INFERRED for case in cases)
    )


def _is_verdict(path: str) -> bool:
    parts = path.split(".")
    return len(parts) == 3 and parts[0] == "cases" and parts[2] == "verdict"


def card_path(site: Site, place: str, item: Item) -> str:
    """Return the page of the card that a place shows for a certificate, empty for none."""
    if not has_card(item):
        return ""
    speaking = [
        path
        for path in site.catalogue.chain(place, site.on)
        if site.says_own(path, item.id) and (path, item.id) in site.pages
    ]
    return page_path(f"{speaking[-1]}/{item.id}/card") if speaking else ""


def card_page(site: Site, place: Place, item: Item) -> Page:
    """Return the card of a place for a certificate."""
    view = certificate_of(site, item)
    path = page_path(f"{place.path}/{item.id}")
    address = site.settings.address_of(path)
    title = f"{bodies_of(view)}不开“{item.name}”"
    context: dict[str, object] = {
        "item": item,
        "place": place,
        "title": title,
        "view": view,
        "ways": [way for case in view.cases for way in case.ways],
        "documents": by_document(view.deciding),
        "conflicts": conflicts_of(site, item),
        "way": way_out(site, place),
        "item_path": path,
        "address": address,
        "code": code_of(address) if address else "",
    }
    return Page(
        page_path(f"{place.path}/{item.id}/card"), f"{title}：说明卡（{place.name}）",
        f"{title}，依据和该去哪里，打印给要证明的单位看。", "card.html", speaker_of(site, place), context,
        (*crumbs_of(place, item), (item.name, path)),
    )  # fmt: skip


def bodies_of(view: Certificate) -> str:
    """Say which bodies do not issue it: those that the cases speak of."""
    named = dict.fromkeys(name for case in view.cases for name in case.bodies.split("、"))
    return "、".join(named)


def code_of(address: str) -> Markup:
    """Return a QR code of an address as an image within the page."""
    code = segno.make(address, error="m", micro=False)
    return Markup('<img class="qd-code" src="{}" alt="{}" width="132" height="132">').format(
        code.svg_data_uri(scale=4, border=4, xmldecl=False), f"网页的二维码：{address}"
    )
