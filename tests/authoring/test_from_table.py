"""`qingdan new list --from-table`: known names get their item, doubts are told and never guessed."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.authoring.matching import names_of, tidy
from generator.catalogue.model import mappings
from generator.check import check_catalogue
from generator.cli import cli
from generator.resolve import resolve
from tests.small import BASE, certificate, change, write

ROOT = Path(__file__).parents[2]
FILES = {
    **BASE,
    "national/certificates/kinship.yaml": certificate(name="亲属关系证明", more="aliases: [夫妻关系证明]\n"),
    "national/certificates/dog.yaml": certificate(name="居民养犬证明"),
    "national/certificates/residence.yaml": certificate(name="居住证明"),
    "national/certificates/rent.yaml": certificate(name="租住证明"),
    "hubei/certificates/dog.yaml": change(
        """
        from: "2021-02-01"
        source: local
        set: {name: 湖北省养狗证明}
        was: {name: 居民养犬证明}
        """
    ),
}
TOLD = ["--title", "某清单", "--source", "local", "--kind", "certificates", "--bodies", "village", "--polarity",
        "excludes", "--complete", "是", "--from", "2021-03"]  # fmt: skip


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return write(tmp_path / "catalog", FILES)


def new_list(catalog: Path, table: str | bytes, *more: str, name: str = "list.csv") -> Result:
    path = catalog.parent / name
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    arguments = [
        "new",
        "list",
        "hubei",
        "list",
        *TOLD,
        "--from-table",
        str(path),
        "--catalog",
        str(catalog),
        *more,
    ]
    return CliRunner().invoke(cli, arguments)


def test_each_name_is_known_told_as_a_doubt_or_told_as_new(catalog: Path) -> None:
    done = new_list(
        catalog,
        "序号,名称,条件,部门\n"
        "1,親屬關係證明,,公安\n"
        "2,夫妻关系证明,,\n"
        "3,养狗,,\n"
        "4,居民养犬证明,有证,\n"
        "5,居租住证明,,\n"
        "6,捕鱼许可,,\n",
    )
    assert done.exit_code == 0, done.output
    text = (catalog / "hubei/lists/list.yaml").read_text("utf-8")
    assert text[text.index("entries:") : text.index("# 以下")] == (
        "entries:\n"
        "  - id: kinship\n"
        "    no: 1\n"
        "    as_named: 親屬關係證明\n"
        "    item: certificates/kinship\n"
        "  - id: fu-qi-guan-xi-zheng-ming\n"
        "    no: 2\n"
        "    as_named: 夫妻关系证明\n"
        "    item: certificates/kinship\n"
        "    # 目录里叫“亲属关系证明”，这是它的别名，请核对。\n"
        "  - id: dog\n"
        "    no: 3\n"
        "    as_named: 养狗\n"
        "    item: certificates/dog\n"
        "    # 名称不完全相同：目录里叫“湖北省养狗证明”，请核对。\n"
        "  - id: ju-min-yang-quan-zheng-ming\n"
        "    no: 4\n"
        "    as_named: 居民养犬证明\n"
        "    item: certificates/dog\n"
        "    as_said: 有证\n"
        "    # 目录里叫“湖北省养狗证明”，这是它的别名，请核对。\n"
        "  - id: ju-zu-zhu-zheng-ming\n"
        "    no: 5\n"
        "    as_named: 居租住证明\n"
        "    # 待核对，像：certificates/rent 租住证明（0.80）、certificates/residence 居住证明（0.80）\n"
        "    # item:\n"
        "  - id: bu-yu-xu-ke\n"
        "    no: 6\n"
        "    as_named: 捕鱼许可\n"
        "    # 目录里没有像的；是新的一件事就先 qingdan new，只记录就这样留着。\n"
    )
    assert "6 项：名称相同 1，别名相同 2，只差填充的词 1，待核对 1，没有像的 1" in done.output
    assert "第 6 行 居租住证明：待核对，像：certificates/rent" in done.output
    assert "没有用到的列：部门" in done.output
    assert [f for f in check_catalogue(catalog).findings if f.severity == "error"] == []


def test_two_items_that_fit_equally_are_a_doubt(catalog: Path) -> None:
    write(catalog, {"national/certificates/other.yaml": certificate(name="本人居住情况证明")})
    done = new_list(catalog, "名称\n村民居住证明\n")
    assert (
        "待核对，像：certificates/other 本人居住情况证明（1.00）、certificates/residence 居住证明（1.00）"
        in done.output
    )
    assert "item: cert" not in (catalog / "hubei/lists/list.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("table", "code", "place"),
    [
        ("甲,乙\n1,2\n", "W131", ""),
        ("名称,序号\n,7\n亲属关系证明,8\n", "W133", ":2:"),
        ("名称\n=HYPERLINK(1)\n", "W128", ":2:1"),
        ("名称\n", "W126", ""),
        ("名称\n亲\u202e属\n", "U101", ":2:1"),
        ("名稱\n親屬關係\n".encode("big5"), "W111", ":1:1"),
    ],
)
def test_a_table_that_is_wrong_gives_its_finding_and_writes_nothing(
    table: str | bytes, code: str, place: str, catalog: Path
) -> None:
    done = new_list(catalog, table)
    assert done.exit_code == 1, done.output
    assert f"list.csv{place}" in done.output and f" {code} 错误" in done.output
    assert not (catalog / "hubei/lists").exists()


def test_gbk_is_read_with_a_warning(catalog: Path) -> None:
    done = new_list(catalog, "名称\n亲属关系证明\n".encode("gb18030"))
    assert done.exit_code == 0 and " W112 警告" in done.output
    assert "亲属关系证明" in (catalog / "hubei/lists/list.yaml").read_text("utf-8")


def test_an_encoding_that_is_named_is_read(catalog: Path) -> None:
    assert new_list(catalog, "名称\n亲属关系证明\n".encode("gb18030"), "--encoding", "gb18030").exit_code == 0


def test_names_are_compared_as_people_write_them() -> None:
    assert tidy(" 親屬　关系（ＡＢ）证明") == "亲属关系(AB)证明"


def test_no_name_of_the_real_lists_is_given_another_item_than_people_gave_it() -> None:
    """Every entry of the catalogue's own lists, where both people and the program name an item."""
    catalogue = check_catalogue(ROOT / "catalog", label="catalog").catalogue
    agreed = doubted = 0
    for record in catalogue.lists.values():
        directory = resolve(catalogue, record.place, date(2026, 11, 25))
        names = names_of(catalogue, directory, str(record.data["kind"]))
        for entry in mappings(record.data.get("entries")):
            match = names.match(str(entry["as_named"]))
            if "item" in entry and match.item:
                assert match.item == entry["item"], (record.id, entry["as_named"])
                agreed += 1
            doubted += "item" in entry and not match.item
    assert agreed > doubted > 0
