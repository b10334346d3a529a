"""An explanation as lines of text and as plain data (FOLD F41)."""

from collections.abc import Iterator, Mapping

from generator.catalogue.model import Catalogue
from generator.findings import Finding, Lang
from generator.reading.document import Json
from generator.resolve.directory import TrailStep, Upcoming
from generator.resolve.explanation import Explanation
from generator.resolve.export import Data, article_data, step_data, upcoming_data, value_data
from generator.resolve.phrases import bracketed, field, numbered, step_line, worded
from generator.resolve.steps import inside

Errors = Mapping[str, tuple[Finding, ...]]  # by the path of their file below the catalogue

_BLURRED = {"zh": "起止日期不精确", "en": "a first or last day is not exact"}
_COMING = {"zh": "将有变动：", "en": "to come: "}
_CITED = {"zh": "条号：引用时为{}，{}", "en": "article: cited as {}, {}"}


def explanation_lines(
    catalogue: Catalogue, found: Explanation, lang: Lang = "zh", errors: Errors | None = None
) -> Iterator[str]:
    """Yield an explanation as lines; `errors` of the files that are left out are told with them."""
    blurred = bracketed(_BLURRED[lang], lang)
    place, said, day = (
        catalogue.places[found.place].on(found.on).name,
        found.said.say(lang),
        found.on.isoformat(),
    )
    head, colon = f"{place} {found.item}{bracketed(day, lang)}", "：" if lang == "zh" else ": "
    yield f"{head}{colon}{found.name or said}"
    if found.name and said != found.name:
        yield f"  {said}{blurred if found.date_uncertain else ''}"
    for file in found.left_out:
        yield f"  {file}"
        for error in (errors or {}).get(file, ()):
            yield f"    {error.position} {error.code} {error.message.say(lang)}"
    for step in found.steps:
        yield f"  {step.position}"
        yield f"    {_line(catalogue, found, step, found.field or '', lang)}"
    for path, value in found.values:
        shown = _worded(catalogue, found, path, value.value, value.place, lang)
        yield f"  {field(found.item, path, lang)} = {shown}{blurred if value.date_uncertain else ''}"
        for step in value.trail:
            yield f"    {step.position}"
            yield f"      {_line(catalogue, found, step, path, lang)}"
    for article in found.articles:
        yield f"  {_CITED[lang].format(article.cited, numbered(article, lang))}"
    yield from _upcoming(catalogue, found, lang)


def _upcoming(catalogue: Catalogue, found: Explanation, lang: Lang) -> Iterator[str]:
    """Yield each announced step once, with what it gives; of a new item that is all, and its name is enough."""
    steps: dict[str, list[Upcoming]] = {}
    for coming in found.upcoming:
        steps.setdefault(str(coming.step.position), []).append(coming)
    for at, parts in steps.items():
        step = parts[0].step
        yield f"  {_COMING[lang]}{at}"
        yield f"    {step_line(catalogue, step, found.on, lang)}"
        shown = found.field or ("name" if step.verb == "introduce" else None)
        for path, value in (given for part in parts for given in part.gives):
            if shown is None or inside(path, (shown,)):
                gives = _worded(catalogue, found, path, value, step.place, lang)
                yield f"      {field(found.item, path, lang)} = {gives}"


def _line(catalogue: Catalogue, found: Explanation, step: TrailStep, path: str, lang: Lang) -> str:
    silent = step.value is None or step.verb in ("introduce", "continue")
    gives = "" if silent else _worded(catalogue, found, path, step.value, step.place, lang)
    return step_line(catalogue, step, found.on, lang, gives)


def _worded(catalogue: Catalogue, found: Explanation, path: str, value: Json, place: str, lang: Lang) -> str:
    """Write a value in words, a document by its title."""
    source = catalogue.source(value, place) if path.endswith(".source") else None
    return worded(found.item, path, value, lang, source.cited if source else "")


def explanation_data(found: Explanation, errors: Errors | None = None) -> Data:
    """Return an explanation as plain data; `errors` are those of the files that are left out."""
    values: dict[str, Json] = {path: value_data(value, found.on) for path, value in found.values}
    left_out: dict[str, Json] = {
        file: [_error_data(error) for error in (errors or {}).get(file, ())] for file in found.left_out
    }
    return {
        "place": found.place, "item": found.item, "field": found.field, "on": found.on.isoformat(),
        "state": found.state, "said": found.said.zh, "name": found.name or None, "values": values,
        "date_uncertain": found.date_uncertain,
        "steps": [step_data(step, found.on) for step in found.steps],
        "articles": [article_data(article) for article in found.articles],
        "upcoming": [upcoming_data(coming) for coming in found.upcoming],
        "left_out": left_out,
    }  # fmt: skip


def _error_data(error: Finding) -> Data:
    return {"at": str(error.position), "code": error.code, "message": error.message.zh}
