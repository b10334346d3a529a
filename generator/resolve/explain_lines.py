"""An explanation as lines of text, 80 columns wide where the values allow (FOLD F41)."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue.model import Catalogue
from generator.dates import chinese
from generator.reading.document import Json
from generator.resolve.directory import TrailStep
from generator.resolve.editions import now_words
from generator.resolve.explain import Explanation
from generator.resolve.export import citation_of
from generator.words import FATES, VERBS, since_words


def explanation_lines(catalogue: Catalogue, found: Explanation) -> Iterator[str]:
    """Yield an explanation as lines, 80 columns wide where the values allow."""
    name = catalogue.places[found.place].on(found.on).name
    yield f"{name} {found.item}（{found.on.isoformat()}）：{found.name or found.said}"
    if found.name and found.said != found.name:
        yield f"  {found.said}{BLURRED if found.date_uncertain else ''}"
    for step in found.steps:
        yield f"  {step.position}"
        yield f"    {_line(catalogue, step, found.on)}"
    for path, value in found.values:
        yield f"  {path} = {_short(value.value)}{BLURRED if value.date_uncertain else ''}"
        for step in value.trail:
            yield f"    {step.position}"
            yield f"      {_line(catalogue, step, found.on)}"
    for cited, now in found.articles:
        yield f"  条号：引用时为{cited}，{now}"
    for coming in found.upcoming:
        yield f"  将有变动：{coming.step.position}"
        yield f"    {_line(catalogue, coming.step, found.on)}"


BLURRED = "（起止日期不精确）"


def _line(catalogue: Catalogue, step: TrailStep, on: date) -> str:
    place = catalogue.places[step.place].name
    document = step.source.cited if step.source else "没有写文件"
    article = citation_of(step, on)
    now = now_words(article) if article else ""
    clause = (f" {step.clause}" if step.clause else "") + (f"（{now}）" if now else "")
    gives = (
        f" {_short(step.value)}"
        if step.value is not None and step.verb not in ("introduce", "continue")
        else ""
    )
    until = f"，至{chinese(step.until.text)}前" if step.until else ("，现阶段" if step.until_unstated else "")
    fate = f"（{FATES[step.fate]}{'：' if step.why else ''}{step.why}）" if step.fate != "applied" else ""
    fate += "（先后未载）" if step.order_unstated else ""
    since = since_words(step.start, step.since)
    return f"{place}{VERBS[step.verb]}{gives} {since}{until} {document}{clause}{fate}"


def _short(value: Json) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value))
    if isinstance(value, dict):
        return "；".join(f"{key}: {_short(part)}" for key, part in value.items())
    return str(value)
