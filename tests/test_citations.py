"""Every citation of the real catalogue against the register of laws (national/registers/)."""

from pathlib import Path

from generator.catalogue.model import Catalogue, ItemFile
from generator.catalogue.register import cited_articles, number, statutes
from generator.check import check_catalogue
from generator.rules.x114_register import citations

CATALOGUE = check_catalogue(Path(__file__).parents[1] / "catalog").catalogue
DUTIES = frozenset({"statutory", "assist", "participate", "optional", "must_not"})


def test_the_register_is_whole() -> None:
    register = statutes(CATALOGUE)
    assert len(register) == 310
    assert sum(len(statute.village) for statute in register.values()) == 245
    assert register["中华人民共和国村民委员会组织法"].articles == 50
    for statute in register.values():
        assert all(cited_articles(a)[0][1] <= (statute.articles or 0) for a in statute.village), statute.title


def test_chinese_numbers() -> None:
    assert [number(n) for n in ("三", "十", "十二", "四十四", "一百", "一百零六", "一千二百六十")] == [
        3, 10, 12, 44, 100, 106, 1260,
    ]  # fmt: skip
    assert cited_articles("第三十六条第二款、第四十条之一") == (("第三十六条", 36), ("第四十条之一", 40))


def test_every_article_cited_of_a_registered_law_exists() -> None:
    wrong, looked_up = [], 0
    for file in files(CATALOGUE):
        for source, clause, _ in citations(CATALOGUE, file):
            statute = statutes(CATALOGUE).get(source.title)
            for article, count in cited_articles(clause) if statute else ():
                looked_up += 1
                if (
                    statute
                    and count > (statute.articles or 0)
                    and source.data.get("status") not in ("repealed", "superseded")
                ):
                    wrong.append(f"{file.document.file}: 《{source.title}》{article}")
    assert wrong == []
    assert looked_up > 400


def test_where_a_law_gives_a_village_a_duty_the_article_names_a_village_body() -> None:
    """Among the 245, or of a law whose text was read whole (the source says so)."""
    wrong = []
    for file in files(CATALOGUE):
        if file.kind != "tasks" or file.place != "national" or file.mapping().get("verdict") not in DUTIES:
            continue
        laws = [
            (s, c)
            for s, c, _ in citations(CATALOGUE, file)
            if s.kind == "law" and s.title in statutes(CATALOGUE)
        ]
        named = any(
            article in statutes(CATALOGUE)[source.title].village
            for source, clause in laws for article, _ in cited_articles(clause)
        )  # fmt: skip
        if laws and not named and not all(source.data.get("read") == "full" for source, _ in laws):
            wrong.append(file.document.file)
    assert wrong == []


def files(catalogue: Catalogue) -> list[ItemFile]:
    return [file for places in catalogue.items.values() for file in places.values()]
