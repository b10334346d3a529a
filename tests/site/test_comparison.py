"""The provinces side by side: every province once, silence apart, nothing counted as agreeing."""

from generator.site.comparison import LISTED, WRITTEN, comparison_of, speaking_below
from generator.site.context import Site


def compared(site: Site, slug: str) -> dict[str, list[str]]:
    table = comparison_of(site, site.directories["national"].items[f"certificates/{slug}"])
    rows = {f"{row.verdict.words}/{row.way}": [cell.short for cell in row.cells] for row in table.rows}
    apart = {
        "ended": table.ended,
        "unlisted": table.unlisted,
        "uncollected": table.uncollected,
    }
    return {**rows, **{key: [cell.short for cell in cells] for key, cells in apart.items() if cells}}


def test_a_province_that_writes_of_it_stands_under_its_answer(site: Site) -> None:
    assert compared(site, "kinship") == {f"不能开/{WRITTEN}": ["湖北"], "uncollected": ["河南"]}


def test_a_province_whose_list_names_it_says_so(site: Site) -> None:
    assert compared(site, "mixed") == {f"视情况/{LISTED}": ["湖北"], "uncollected": ["河南"]}


def test_a_list_without_the_matter_is_no_answer(site: Site) -> None:
    assert compared(site, "pets") == {"unlisted": ["湖北"], "uncollected": ["河南"]}


def test_another_name_stands_beside_the_province(site: Site) -> None:
    table = comparison_of(site, site.directories["national"].items["certificates/kinship"])
    (cell,) = table.rows[0].cells
    assert (cell.name, cell.path) == ("亲属情况证明", "hubei/certificates/kinship/index.html")


def test_the_national_page_has_the_table_and_a_province_has_not(files: dict[str, bytes]) -> None:
    assert "各省怎么写" in files["national/certificates/kinship/index.html"].decode()
    assert "各省怎么写" not in files["hubei/certificates/kinship/index.html"].decode()


def test_places_that_speak_of_a_matter(site: Site) -> None:
    found = speaking_below(site, "national", "certificates/adoption")
    assert found == (("湖北", "hubei/certificates/adoption/index.html"),)
    assert speaking_below(site, "hubei", "certificates/adoption") == ()
