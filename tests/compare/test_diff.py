"""`qingdan diff` on real git repositories: what changes for whom, told once, whatever the commits bring with them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.compare.said import safe
from tests.compare.repository import begin, commit, git
from tests.small import BASE, certificate, change, write

HUNAN = {
    "hunan/place.yaml": 'name: 湖南省\nlevel: province\ncode: "430000"\ncode_system: 统计用区划代码（2023年）\n'
}
PROOF = certificate("may_issue", name="某证明").replace(
    "    basis: [list]", "    basis: [list]\n    time_limit: {days: 10, day_kind: working}"
)
FILES = {**BASE, **HUNAN, "national/certificates/proof.yaml": PROOF}
DAYS = """
from: "2022-01-01"
source: {source}
set: {{cases: [{{id: default, time_limit: {{days: {new}}}}}]}}
was: {{cases: [{{id: default, time_limit: {{days: {old}}}}}]}}
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return begin(tmp_path / "work", FILES)


def diff(catalog: Path, span: str, *more: str) -> Result:
    return CliRunner().invoke(cli, ["diff", span, "--catalog", str(catalog), *more])


def rows(catalog: Path, span: str = "HEAD~..HEAD", *more: str) -> list[dict[str, Any]]:
    done = diff(catalog, span, "--format", "json", *more)
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.output)["rows"]
    return found


def brief(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(r["how"], r["item"], r["field"], r["before"], r["after"], r["heads"]) for r in found]


def test_a_national_change_is_one_row_with_a_count(catalog: Path) -> None:
    commit(catalog.parent, {"national/certificates/proof.yaml": PROOF.replace("days: 10", "days: 5")})
    (row,) = rows(catalog)
    assert brief([row]) == [
        ("changed", "certificates/proof", "cases.default.time_limit.days", 10, 5, ["national"])
    ]
    assert row["places"] == ["national", "hubei", "hubei/shiyan", "hunan"]
    assert row["levels"] == {"nation": 1, "province": 2, "city": 1}
    assert diff(catalog, "HEAD~..HEAD").output.splitlines()[1:] == [
        "证明 certificates/proof 某证明",
        "  改 一般情况 · 期限 · 天数：10 → 5",
        "      全国，以及下面 2 个省级、1 个市级",
        "1 个事项，1 处有效差别，涉及 4 个地方；记录 0 处不同",
    ]


def test_a_place_with_its_own_value_is_not_reached(catalog: Path) -> None:
    own = change(DAYS.format(source="local", new=3, old=10))
    commit(catalog.parent, {"hubei/certificates/proof.yaml": own})
    commit(catalog.parent, {"national/certificates/proof.yaml": PROOF.replace("days: 10", "days: 5")})
    (row,) = (r for r in rows(catalog) if r["how"] == "changed")
    assert row["places"] == ["national", "hunan"]


def test_an_item_comes_goes_is_withdrawn_and_comes_back(catalog: Path) -> None:
    other = {"hubei/certificates/other.yaml": certificate(source="local", name="另一证明")}
    commit(catalog.parent, other)
    (row,) = rows(catalog)
    assert brief([row]) == [("listed", "certificates/other", None, None, "must_not", ["hubei"])]
    assert "  新列 不能开\n      湖北省，以及下面 1 个市级\n" in diff(catalog, "HEAD~..HEAD").output
    withdrawn = 'changes:\n  - from: "2022-01-01"\n    source: local\n    withdraw: true\n'
    commit(
        catalog.parent, {"hubei/certificates/other.yaml": other["hubei/certificates/other.yaml"] + withdrawn}
    )
    assert [r["how"] for r in rows(catalog)] == ["withdrawn"]
    commit(catalog.parent, other)
    assert [r["how"] for r in rows(catalog)] == ["restored"]
    commit(catalog.parent, {}, gone=("hubei/certificates/other.yaml",))
    assert brief(rows(catalog)) == [("gone", "certificates/other", None, None, None, ["hubei"])]


def test_what_is_to_come_is_announced_and_holds_from_its_day(catalog: Path) -> None:
    later = change(DAYS.format(source="local", new=3, old=10)).replace("2022-01-01", "2027-03-01")
    commit(catalog.parent, {"hubei/certificates/proof.yaml": later})
    (row,) = rows(catalog)
    assert (row["how"], row["field"], row["after"], row["since"]) == (
        "announced", "cases.default.time_limit.days", 3, "2027-03-01",
    )  # fmt: skip
    assert "  预告（自2027年3月1日起） 一般情况 · 期限 · 天数：3\n" in diff(catalog, "HEAD~..HEAD").output
    (row,) = rows(catalog, "HEAD~..HEAD", "--on", "2027-03-01")
    assert (row["how"], row["before"], row["after"]) == ("changed", 10, 3)
    commit(catalog.parent, {}, gone=("hubei/certificates/proof.yaml",))
    assert [r["how"] for r in rows(catalog)] == ["unannounced"]


def test_what_expires_is_told_on_the_day_it_does(catalog: Path) -> None:
    ending = PROOF.replace("source: notice\n", 'source: notice\nuntil: "2027-01-01"\n', 1)
    commit(catalog.parent, {"national/certificates/proof.yaml": ending})
    assert [r["how"] for r in rows(catalog, "HEAD~..HEAD", "--on", "2027-01-01")] == ["lapsed"]
    assert "到期" in diff(catalog, "HEAD~..HEAD", "--on", "2027-01-01").output


def test_another_document_for_the_same_value_is_told_once(catalog: Path) -> None:
    law = PROOF.replace("source: notice\n", "source: law\nclause: 第三条\n", 1)
    commit(catalog.parent, {"national/certificates/proof.yaml": law})
    (row,) = rows(catalog)
    assert (row["how"], row["before"], row["after"]) == (
        "restated",
        "《某通知》 2020-01-01",
        "《某法》 第三条",
    )


def test_an_end_that_is_only_announced_is_told_of_the_value_that_stays(catalog: Path) -> None:
    ending = PROOF.replace("source: notice\n", 'source: notice\nuntil: "2090-01-01"\n', 1)
    commit(catalog.parent, {"national/certificates/proof.yaml": ending})
    (row,) = rows(catalog)
    assert (row["how"], row["before"], row["after"]) == (
        "restated",
        "《某通知》 2020-01-01",
        "《某通知》 2020-01-01 至 2090-01-01",
    )


def test_what_only_moves_in_a_file_is_no_difference(catalog: Path) -> None:
    commit(catalog.parent, {"national/certificates/proof.yaml": "# 注释\n" + PROOF})
    assert diff(catalog, "HEAD~..HEAD").output.splitlines()[1:] == ["没有有效差别；记录 0 处不同"]


def test_records_and_places_are_told_apart_from_what_decides(catalog: Path) -> None:
    commit(
        catalog.parent,
        {
            "hubei/suizhou/place.yaml": "name: 随州市\nlevel: city\n",
            "hubei/sources/local.yaml": BASE["hubei/sources/local.yaml"] + "number: 某号\n",
        },
    )
    told = diff(catalog, "HEAD~..HEAD").output
    assert "新的地方 hubei/suizhou 随州市\n" in told
    assert "  新 地方 hubei/suizhou 随州市\n  改 文件 hubei/local 某省通知：文号\n" in told


def test_the_folder_as_it_stands_is_compared_with_uncommitted_and_new_files(catalog: Path) -> None:
    write(catalog, {"hubei/certificates/proof.yaml": change(DAYS.format(source="local", new=3, old=10))})
    (row,) = (r for r in rows(catalog, "HEAD..") if r["how"] == "changed")
    assert (row["after"], row["heads"]) == (3, ["hubei"])
    assert diff(catalog, "HEAD..").output.startswith(
        f"{git(catalog, 'rev-parse', 'HEAD')[:10]} 到 现在的文件夹 "
    )


def test_three_dots_begin_where_the_two_part(catalog: Path) -> None:
    git(catalog, "checkout", "-q", "-b", "side")
    commit(
        catalog.parent, {"hubei/certificates/proof.yaml": change(DAYS.format(source="local", new=3, old=10))}
    )
    git(catalog, "checkout", "-q", "main")
    commit(
        catalog.parent,
        {"hunan/certificates/other.yaml": certificate(source="national/notice", name="另一证明")},
    )
    assert {r["item"] for r in rows(catalog, "main...side")} == {"certificates/proof"}
    assert {r["item"] for r in rows(catalog, "main..side")} == {"certificates/proof", "certificates/other"}


def test_attributes_and_links_of_a_commit_hide_nothing(catalog: Path) -> None:
    (catalog.parent / ".gitattributes").write_text("*.yaml export-ignore -diff export-subst\n")
    (catalog / "hubei/certificates").mkdir()
    (catalog / "hubei/certificates/link.yaml").symlink_to("/etc/passwd")
    commit(
        catalog.parent, {"hubei/certificates/proof.yaml": change(DAYS.format(source="local", new=3, old=10))}
    )
    done = json.loads(diff(catalog, "HEAD~..HEAD", "--format", "json").output)
    assert any(r["how"] == "changed" for r in done["rows"])
    assert done["errors"] == {"base": 0, "head": 1}


def test_a_file_with_an_error_is_told_and_left_out(catalog: Path) -> None:
    commit(catalog.parent, {"hubei/certificates/proof.yaml": "adjusts: [\n"})
    assert "有 1 个错误，出错的文件没有比" in diff(catalog, "HEAD~..HEAD").output


@pytest.mark.parametrize(
    "span",
    [
        "--output=x..HEAD", "-h..HEAD", "HEAD..--upload-pack=touch x", "$(touch x)..HEAD", "HEAD; touch x..HEAD",
        "gone..HEAD", "HEAD", "..", "..HEAD", "HEAD..a\0b", "HEAD:catalog..HEAD",
    ],
)  # fmt: skip
def test_a_hostile_or_wrong_name_is_wrong_use_and_runs_nothing(span: str, catalog: Path) -> None:
    before = sorted(p for p in catalog.parent.rglob("*") if ".git" not in p.parts)
    done = CliRunner().invoke(cli, ["diff", "--catalog", str(catalog), "--", span])
    assert done.exit_code == 2, done.output
    assert sorted(p for p in catalog.parent.rglob("*") if ".git" not in p.parts) == before


def test_outside_a_repository_it_says_so(tmp_path: Path) -> None:
    done = diff(write(tmp_path / "catalog", FILES), "HEAD~..HEAD")
    assert done.exit_code == 2 and "不在 git 里" in done.output


def test_nothing_is_checked_out(catalog: Path) -> None:
    commit(catalog.parent, {"national/certificates/proof.yaml": PROOF.replace("days: 10", "days: 5")})
    write(catalog, {"national/certificates/proof.yaml": "work in progress"})
    assert len(rows(catalog)) == 1
    assert git(catalog.parent, "status", "--short") == "M catalog/national/certificates/proof.yaml"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("一般情况 · 期限：10 → 5", "一般情况 · 期限：10 → 5"),
        ("<img src=x>", "`<img src=x>`"),
        ("@someone 你好", "`@someone 你好`"),
        ("a|b`c\nd", "`a\\|b'c d`"),
        ("见 https://example.org/x", "`见 https://example.org/x`"),
        ("[字](x)", "`[字](x)`"),
        ("#12", "`#12`"),
    ],
)
def test_markdown_cannot_become_markup_or_a_mention(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_markdown_is_one_table_whose_rows_have_five_cells(catalog: Path) -> None:
    hostile = certificate(source="local", name="甲|乙 @all")
    commit(catalog.parent, {"hubei/certificates/odd.yaml": hostile})
    told = diff(catalog, "HEAD~..HEAD", "--format", "markdown").output
    row = next(line for line in told.splitlines() if "certificates/odd" in line)
    assert row.replace("\\|", "").count("|") == 6
    assert "| `证明 certificates/odd 甲\\|乙 @all` | 新列 |" in row


def test_the_command_runs_as_a_process_in_the_repository(catalog: Path) -> None:
    import os
    import sys

    commit(catalog.parent, {"national/certificates/proof.yaml": PROOF.replace("days: 10", "days: 5")})
    done = subprocess.run(
        [sys.executable, "-m", "generator", "diff", "HEAD~..HEAD"], cwd=catalog.parent, capture_output=True,
        text=True, check=False, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "天数：10 → 5" in done.stdout
