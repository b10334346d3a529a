"""`explain`, `resolve`, `difference` on the command line: ended places, broken files, English, a narrow terminal."""

import re
from pathlib import Path

import pytest

from generator.commands.common import print_lines
from generator.report.columns import width
from tests.commands.test_languages import run
from tests.small import BASE, certificate, write

ENDED = 'name: 十堰市\nlevel: city\nended: {on: "2023-01-01", into: [hubei]}\n'
ON = ("--on", "2024-06-01")


@pytest.fixture
def catalog(tmp_path: Path) -> str:
    files = {**BASE, "hubei/shiyan/place.yaml": ENDED, "national/certificates/it.yaml": certificate()}
    return str(write(tmp_path, {**files, "national/certificates/torn.yaml": "name: [\n"}))


@pytest.mark.parametrize("command", [("resolve", "hubei/shiyan"), ("difference", "hubei", "hubei/shiyan")])
def test_of_an_ended_place_both_languages_say_who_to_ask(catalog: str, command: tuple[str, ...]) -> None:
    asked = (*command, *ON, "--catalog", catalog)
    zh, en = run(*asked), run("--lang", "en", *asked)
    assert (zh.exit_code, en.exit_code, zh.stdout, en.stdout) == (2, 2, "", "")
    assert zh.stderr.endswith("错误：hubei/shiyan 在 2024-06-01 已经撤并，并入：hubei\n")
    assert "Usage" not in zh.stderr
    assert en.stderr.endswith("Error: hubei/shiyan no longer exists on 2024-06-01; merged into: hubei\n")


def test_explain_of_an_ended_place_answers(catalog: str) -> None:
    done = run("explain", "hubei/shiyan", "certificates/it", *ON, "--catalog", catalog)
    assert (done.exit_code, done.stdout) == (
        0, "十堰市 certificates/it（2024-06-01）：hubei/shiyan 在 2024-06-01 已经撤并，并入：hubei\n",
    )  # fmt: skip


def test_explain_names_the_broken_file_and_its_error(catalog: str) -> None:
    done = run("--lang", "en", "explain", "hubei", "certificates/torn", *ON, "--catalog", catalog)
    assert done.stdout.splitlines() == [
        "湖北省 certificates/torn (2024-06-01): left out: files it depends on have errors",
        "  national/certificates/torn.yaml",
        f"    {catalog}/national/certificates/torn.yaml:2:1 Y103 not valid YAML: a value is missing",
    ]


def test_difference_counts_what_is_left_out_apart(catalog: str) -> None:
    asked = ("difference", "national", "hubei", *ON, "--catalog", catalog)
    assert run(*asked).stdout.splitlines() == [
        "certificates/torn", "  暂缺 → 暂缺：有关文件有错误，没有比", "0 个事项不同，共 0 处；1 个事项暂缺",
    ]  # fmt: skip
    assert run("--lang", "en", *asked).stdout.endswith("0 items differ in 0 places; 1 items left out\n")


def test_english_explanations_hold_chinese_of_the_catalogue_only(catalog: str) -> None:
    done = run("--lang", "en", "explain", "hubei", "certificates/it", *ON, "--catalog", catalog)
    left = re.sub("湖北省|全国|某证明|《某通知》|不能开|村 ", "", done.stdout)
    assert not re.search("[一-鿿（）：，]", left), left


def test_on_a_terminal_no_line_is_wider(monkeypatch: pytest.MonkeyPatch) -> None:
    long = f"    全国列出 {'甲' * 60} catalog/national/certificates/it.yaml:1:7"
    monkeypatch.setenv("COLUMNS", "80")
    told: list[str] = []
    monkeypatch.setattr("generator.commands.common.sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("generator.commands.common.click.echo", told.append)
    print_lines([long])
    assert [line[:6] for line in told[:1]] == ["    全国"] and all(width(line) <= 80 for line in told)
    assert told[-1].startswith("      ") and "catalog/national/certificates/it.yaml:1:7" in told[-1]
