"""What a matter says first: its verdict in the words and shapes that all kinds share."""

from generator.resolve.directory import Item
from generator.site.certificate import verdict_of
from generator.words import FILINGS, POSITIONS, TOPICS, Verdict, requirement, task_verdict

# Fields that the headline of a page says.
HEADLINED = frozenset({"verdict", "scope", "reached_by", "requirement", "mandate"})


def answer_of(item: Item) -> Verdict | None:
    """Return what a certificate, task, mechanism or facility says first; None for the other kinds."""
    if item.kind == "certificates":
        return verdict_of(item)
    if item.kind == "tasks":
        return task_verdict(_text(item, "verdict"), _text(item, "scope"), _text(item, "reached_by"))
    if item.kind in ("mechanisms", "facilities"):
        return requirement(_text(item, "requirement"), _text(item, "mandate"))
    return None


def detail(item: Item) -> str:
    """Say in a word or two what a matter is about, in lists and search results."""
    answer = answer_of(item)
    if answer is not None:
        return answer.words
    if item.kind == "signs":
        return POSITIONS.get(_text(item, "position"), "")
    if item.kind == "forms":
        return FILINGS.get(_text(item, "filing"), "")
    return TOPICS.get(_text(item, "topic"), "")


def _text(item: Item, path: str) -> str:
    return str(item.get(path) or "")
