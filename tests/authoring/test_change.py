"""`qingdan new change`: `was`, the date and the document come from what is inherited; nothing else is made up."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.check import check_catalogue
from generator.cli import cli
from generator.findings import has_errors
from tests.small import BASE, certificate, change, write

DATED = BASE["hubei/sources/local.yaml"] + 'in_force: "2021-03-01"\n'
FILES = {
    **BASE,
    "hubei/sources/dated.yaml": DATED.replace("某省通知", "某省办法"),
    "national/certificates/proof.yaml": certificate("may_issue").replace(
        "    basis: [list]", "    basis: [list]\n    time_limit: {days: 10, day_kind: working}"
    ),
    "hubei/certificates/proof.yaml": "# 我们的注释\n"
    + change(
        """
        from: "2021-01-01"   # 行尾注释
        source: local
        set: {name: 湖北某证明}
        was: {name: 某证明}
        """
    ),
}  # fmt: skip


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return write(tmp_path / "catalog", FILES)


def run(catalog: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["new", "change", *arguments, "--catalog", str(catalog)], env={"SOURCE_DATE_EPOCH": "1795564800"}
    )


def sound(catalog: Path) -> bool:
    return not has_errors(check_catalogue(catalog).findings)


def test_a_whole_change_goes_behind_what_is_there_and_passes_the_check(catalog: Path) -> None:
    done = run(
        catalog,
        "hubei",
        "certificates/proof",
        "time_limit",
        "--set",
        "days=5",
        "--source",
        "dated",
        "--clause",
        "第三条",
    )
    assert done.exit_code == 0, done.output
    assert (catalog / "hubei/certificates/proof.yaml").read_text("utf-8") == (
        FILES["hubei/certificates/proof.yaml"] + '  - from: "2021-03-01"\n'
        "    source: dated\n"
        "    clause: 第三条\n"
        "    set:\n"
        "      cases:\n"
        "        - id: default\n"
        "          time_limit:\n"
        "            days: 5\n"
        "    was:\n"
        "      cases:\n"
        "        - id: default\n"
        "          time_limit:\n"
        "            days: 10\n"
    )
    assert sound(catalog)


def test_was_is_the_value_of_the_day_asked_for(catalog: Path) -> None:
    for day, old in (("2020-06-01", "某证明"), ("2022", "湖北某证明")):
        path = catalog / "hubei/shiyan/certificates/proof.yaml"
        done = run(
            catalog,
            "hubei/shiyan",
            "certificates/proof",
            "name",
            "--on",
            day,
            "--source",
            "hubei/local",
            "--set",
            "十堰某证明",
        )
        assert done.exit_code == 0, done.output
        assert path.read_text("utf-8") == (
            "adjusts: national\n"
            "changes:\n"
            f'  - from: "{day}"\n'
            "    source: hubei/local\n"
            "    set:\n"
            "      name: 十堰某证明\n"
            "    was:\n"
            f"      name: {old}\n"
        )
        path.unlink()


def test_what_nobody_told_is_left_open_and_named(catalog: Path) -> None:
    done = run(catalog, "hubei/shiyan", "certificates/proof", "materials")
    assert done.exit_code == 0, done.output
    text = (catalog / "hubei/shiyan/certificates/proof.yaml").read_text("utf-8")
    assert text == (
        "adjusts: national\n"
        "changes:\n"
        "  - from:  # ← 填：自哪一天起\n"
        "    source:  # ← 填：依据的文件（本地 sources/ 里的，或者 地方/标识）\n"
        "    set:\n"
        "      cases:\n"
        "        - id: default\n"
        "          materials:  # ← 填：要带什么（文件写明的）\n"
        "    was_absent: [cases.default.materials]\n"
    )
    for path in ("from", "source", "cases.default.materials"):
        assert f"  还要填 {path}：" in done.output
    found = [f for f in check_catalogue(catalog).findings if has_errors([f])]
    assert [(f.code, f.message.zh.split("”")[0][1:]) for f in found] == [
        ("S108", "from"), ("S108", "source"), ("S108", "materials"),
    ]  # fmt: skip


def test_a_conflict_is_a_new_entry_and_the_verdict_stays(catalog: Path) -> None:
    done = run(
        catalog, "hubei/shiyan", "certificates/proof", "conflicts.rules", "--on", "2022-01-01",
        "--source", "hubei/local", "--set", "source=hubei/local", "--set", "says=要先征得同意。",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    text = (catalog / "hubei/shiyan/certificates/proof.yaml").read_text("utf-8")
    assert "        - id: rules\n          source: hubei/local\n          says: 要先征得同意。\n" in text
    assert "    was_absent: [conflicts.rules]\n" in text
    assert sound(catalog)


def test_a_choice_is_replaced_as_a_whole(catalog: Path) -> None:
    done = run(
        catalog, "hubei/shiyan", "certificates/proof", "issuers", "--on", "2022-01-01", "--source", "hubei/local",
        "--set", "need=任一个", "--set", "of=police", "--set", "of=公证机构",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    text = (catalog / "hubei/shiyan/certificates/proof.yaml").read_text("utf-8")
    assert "          issuers:\n            need: any\n            of: [police, notary]\n" in text
    assert "was_absent: [cases.default.issuers]" in text


def test_a_field_is_taken_away_and_an_item_withdrawn_with_what_they_were(catalog: Path) -> None:
    day = ("--on", "2022-01-01", "--source", "hubei/local")
    assert run(catalog, "hubei/shiyan", "certificates/proof", "time_limit", "--unset", *day).exit_code == 0
    path = catalog / "hubei/shiyan/certificates/proof.yaml"
    text = path.read_text("utf-8")
    assert (
        "    unset: [cases.default.time_limit]\n    was:\n" in text
        and "days: 10\n            day_kind: working\n" in text
    )
    path.unlink()
    done = run(catalog, "hubei/shiyan", "certificates/proof", "--withdraw", *day, "--grounds", "没有实际效用")
    assert done.exit_code == 0, done.output
    assert path.read_text("utf-8").endswith(
        "    withdraw: true\n    was:\n      cases:\n        - id: default\n          verdict: may_issue\n"
        "    grounds: [no_use]\n"
    )
    assert sound(catalog)


def test_the_introducing_place_writes_no_was(catalog: Path) -> None:
    done = run(
        catalog,
        "national",
        "certificates/proof",
        "name",
        "--set",
        "新名",
        "--source",
        "notice",
        "--on",
        "2022-01-01",
    )
    assert done.exit_code == 0, done.output
    text = (catalog / "national/certificates/proof.yaml").read_text("utf-8")
    assert text.startswith(FILES["national/certificates/proof.yaml"].replace("\n\n", "\n")[:20])
    assert text.endswith('changes:\n  - from: "2022-01-01"\n    source: notice\n    set:\n      name: 新名\n')


def test_an_older_document_waits_for_the_item_and_keeps_its_own_day(catalog: Path) -> None:
    done = run(
        catalog,
        "hubei/shiyan",
        "certificates/proof",
        "name",
        "--on",
        "2003-10-15",
        "--source",
        "hubei/local",
        "--set",
        "某名",
    )
    assert done.exit_code == 0, done.output
    assert "改动前的值是 2020-01-01 这一天的" in done.output
    text = (catalog / "hubei/shiyan/certificates/proof.yaml").read_text("utf-8")
    assert '  - from: "2003-10-15"\n' in text and "    was:\n      name: 某证明\n" in text


def test_every_flag_of_a_change_is_written_under_its_own_key(catalog: Path) -> None:
    day = ("--on", "2022-01-01", "--source", "hubei/local")
    done = run(
        catalog, "hubei/shiyan", "certificates/proof", "--withdraw", *day, "--below", "下级可以凭自己的依据另列",
        "--returned-to", "某局", "--until", "2030-01-01", "--reason", "试一试",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    text = (catalog / "hubei/shiyan/certificates/proof.yaml").read_text("utf-8")
    for line in ("below: open", "returned_to: 某局", 'until: "2030-01-01"', "reason: 试一试"):
        assert f"    {line}\n" in text


def test_what_the_fold_forbids_is_not_written(catalog: Path) -> None:
    before = (catalog / "hubei/certificates/proof.yaml").read_bytes()
    write(catalog, {"national/certificates/proof.yaml": certificate("must_not")})
    done = run(
        catalog,
        "hubei",
        "certificates/proof",
        "verdict",
        "--set",
        "may_issue",
        "--source",
        "local",
        "--on",
        "2022-01-01",
    )
    assert done.exit_code == 1
    assert "C201 错误 全国的结论是“不能开”" in done.output and "没有写" in done.output
    assert (catalog / "hubei/certificates/proof.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("hubei", "certificates/gone", "name"), "目录里没有这一项"),
        (("hubei", "certificates/proof"), "要写明改哪个字段"),
        (("hubei", "certificates/proof", "colour"), "没有字段“colour”"),
        (("hubei", "certificates/proof", "basis"), "有几条，请写明哪一条：basis.标识"),
        (("hubei", "certificates/proof", "conflicts"), "有几条，请写明哪一条：conflicts.标识"),
        (("hubei", "certificates/proof", "time_limit", "--set", "5"), "名称可以是 days、day_kind、clause"),
        (("hubei", "certificates/proof", "time_limit", "--set", "hours=5"), "没有“hours”这个字段"),
        (("hubei", "certificates/proof", "name", "--on", "2024-02-30"), "不是日期"),
        (("hubei", "certificates/proof", "name", "--grounds", "烦"), "--grounds（撤下的理由）“烦”不是其中一个"),
        (("atlantis", "certificates/proof", "name"), "没有地方“atlantis”"),
    ],
)  # fmt: skip
def test_wrong_use_says_what_could_be_written(arguments: tuple[str, ...], said: str, catalog: Path) -> None:
    done = run(catalog, *arguments)
    assert done.exit_code == 2
    assert said in done.output.replace("\n", "")


def test_a_broken_file_of_the_place_is_not_touched(catalog: Path) -> None:
    path = catalog / "hubei/certificates/proof.yaml"
    path.write_text("changes: [\n", "utf-8")
    done = run(catalog, "hubei", "certificates/proof", "name")
    assert done.exit_code == 2 and "qingdan check" in done.output
    assert path.read_text("utf-8") == "changes: [\n"
