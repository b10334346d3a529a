"""What trails, explanations and differences say in Chinese and English; names and values are the catalogue's."""

from collections.abc import Mapping
from datetime import date

from generator.catalogue.model import Catalogue
from generator.dates import PartialDate, chinese
from generator.field_words import label, say
from generator.findings import Lang, Text
from generator.reading.document import Json
from generator.resolve.directory import TrailStep
from generator.resolve.editions import Citation, now_words
from generator.resolve.export import citation_of
from generator.words import FATES, VERBS, since_words

_VERBS: Mapping[str, str] = {
    "introduce": "lists", "set": "changes", "unset": "drops", "add": "adds", "remove": "takes away",
    "withdraw": "no longer lists", "restore": "restores", "adopt": "adopts", "keep": "keeps",
    "continue": "continues", "redirect": "changes the id to",
}  # fmt: skip
_FATES: Mapping[str, str] = {
    "suspended": "not in force, the place above decides",
    "converged": "same as above",
    "superseded": "overtaken by a rule from above",
}
_UNNAMED = Text("没有写文件", "no document named")
_REASON = Text("，理由：", ", reason: ")
_SINCE: Mapping[str, str] = {
    "stated": "from {}", "in_force": "in force from {}", "issued": "issued {}",
    "reported": "not after {} (the day of the report)", "law_edition": "not after {}",
}  # fmt: skip


def verb(step: TrailStep, lang: Lang) -> str:
    """Say what a step does."""
    return VERBS[step.verb] if lang == "zh" else _VERBS[step.verb]


def since(start: PartialDate | None, kind: str, lang: Lang) -> str:
    """Say since when a step holds, the kinds of date kept apart (F2)."""
    if lang == "zh":
        return since_words(start, kind)
    return "no first day stated" if start is None or kind == "undated" else _SINCE[kind].format(start.text)


def bracketed(text: str, lang: Lang) -> str:
    """Put a text into the brackets of a language, nothing for none."""
    if not text:
        return ""
    return f"（{text}）" if lang == "zh" else f" ({text})"


def numbered(citation: Citation, lang: Lang) -> str:
    """Say how a cited article is numbered on the day, nothing where it has the same number (F32)."""
    if lang == "zh":
        return now_words(citation)
    said = {"same": "", "ended": "no such article in force", "unmapped": "number in force not checked"}
    return said.get(citation.state, f"now {'、'.join(citation.now)}")


def field(item: str, path: str, lang: Lang) -> str:
    """Name a field: as it is asked for, and in Chinese by its words too."""
    words = label(item.split("/", 1)[0], path)
    return path if lang == "en" or words == path else f"{path} {words}"


def worded(item: str, path: str, value: Json, lang: Lang, words: str = "") -> str:
    """Write a value of a field in its words, with the code in brackets where it has one: 不能开（must_not）."""
    words, code = words or say(item.split("/", 1)[0], path, value), plain(value)
    return words if words == code else f"{words}{bracketed(code, lang)}"


def plain(value: Json) -> str:
    """Write a value as the catalogue has it, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "、".join(map(plain, value))
    if isinstance(value, dict):
        return "；".join(f"{key}: {plain(part)}" for key, part in value.items())
    return str(value)


def step_line(catalogue: Catalogue, step: TrailStep, on: date, lang: Lang, gives: str = "") -> str:
    """Say on one line who did what since when by which document, and what became of it; `gives` is in words."""
    gap, comma = ("", " ") if lang == "zh" else (" ", ", ")
    document = step.source.cited if step.source else _UNNAMED.say(lang)
    article = citation_of(step, on)
    now = bracketed(numbered(article, lang) if article else "", lang)
    did = f"{catalogue.places[step.place].name}{gap}{verb(step, lang)}{f' {gives}' if gives else ''}"
    begins = f"{since(step.start, step.since, lang)}{_until(step, lang)}"
    clause = f" {step.clause}" if step.clause else ""
    reason = f"{_REASON.say(lang)}{step.reason}" if step.reason else ""
    return f"{did}{comma}{begins}{comma}{document}{clause}{now}{reason}{_fate(step, lang)}"


def _until(step: TrailStep, lang: Lang) -> str:
    if step.until:
        return f"，至{chinese(step.until.text)}前" if lang == "zh" else f", until {step.until.text}"
    if step.until_unstated:
        return "，现阶段" if lang == "zh" else ", for the time being"
    return ""


def _fate(step: TrailStep, lang: Lang) -> str:
    order = "先后未载" if lang == "zh" else "order not stated"
    told = bracketed(order, lang) if step.order_unstated else ""
    if step.fate == "applied":
        return told
    fates, colon = (FATES, "：") if lang == "zh" else (_FATES, ": ")
    why = f"{colon}{step.why.say(lang)}" if step.why else ""
    return bracketed(f"{fates[step.fate]}{why}", lang) + told
