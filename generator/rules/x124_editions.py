"""X124: editions of a law that do not fit together

What it does: wants `editions` in order of the days they come into force; `articles_as_of` to name one; no article
    numbered beyond an edition's `articles`; and the last edition's number of articles to be the source's.
Why: articles are followed from edition to edition; one slip sends every citation to another rule.
Example:
    in catalog/national/sources/villagers-committees-law.yaml
    - articles_as_of: "2025"
    + articles_as_of: "2018"
    in catalog/national/sources/villagers-committees-law.yaml
    -       第三十八条: 第四十七条
    +       第三十八条: 第七十四条
Use instead: the oldest edition first; `articles_as_of` with the id of the one whose numbers are cited.
How to mend: compare with the texts of the editions.
References: FOLD F32.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Source, date_of, mappings, strings
from generator.catalogue.register import cited_articles
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json, Path

_ORDER = ("没有按先后排", "按生效的先后排", "not in order of time", "the oldest first")
_NAME = ("articles_as_of 不是哪一版的 id", "写 editions 里的 id", "no edition of that id", "use an id")
_BEYOND = (
    "{article}超过了共有的条数",
    "核对条号和 articles",
    "{article} is beyond the last",
    "check the numbers",
)
_COUNT = (
    "最后一版的条数与 articles 不同",
    "核对条数",
    "another number of articles than the source",
    "check both",
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the findings about each source's editions."""
    for source in catalogue.sources.values():
        editions = list(mappings(source.data.get("editions")))
        named = source.data.get("articles_as_of")
        if named is not None and named not in [edition.get("id") for edition in editions]:
            yield _told(source, ("articles_as_of",), _NAME)
        starts = [start.first for edition in editions if (start := date_of(edition.get("from")))]
        if starts != sorted(starts):
            yield _told(source, ("editions",), _ORDER)
        for index, edition in enumerate(editions):
            yield from _beyond(source, index, edition)
        counts = [edition["articles"] for edition in editions[-1:] if "articles" in edition]
        if counts and source.data.get("articles", counts[0]) != counts[0]:
            yield _told(source, ("articles",), _COUNT)


def _beyond(source: Source, index: int, edition: dict[str, Json]) -> Iterator[Finding]:
    """Yield a finding for each article that the edition numbers beyond its last."""
    count, numbers = edition.get("articles"), edition.get("renumbered")
    if not isinstance(count, int) or not isinstance(numbers, dict):
        return
    for old, new in numbers.items():
        for text in strings(new) if isinstance(new, list) else (str(new or ""),):
            for article, number in cited_articles(text):
                if number > count:
                    yield _told(source, ("editions", index, "renumbered", old), _BEYOND, article)


def _told(source: Source, path: Path, words: tuple[str, str, str, str], article: str = "") -> Finding:
    zh, cure, en, cure_en = (word.format(article=article) for word in words)
    return finding("X124", source.document.at(path), problem=zh, cure=cure, problem_en=en, cure_en=cure_en)
