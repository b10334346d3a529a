"""The real command on the real catalogue, in a process of its own."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8",
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "catalog", tmp_path / "catalog")
    return tmp_path


def test_check_prints_a_count_and_no_error() -> None:
    done = run("check", "catalog")
    assert done.returncode == 0, done.stdout
    files = len(list((ROOT / "catalog").rglob("*.yaml")))
    assert f"检查了 {files} 个文件：0 个错误" in done.stdout
    assert done.stderr == ""


def test_check_on_a_day_counts_what_holds_then() -> None:
    now, before = (
        run("check", "catalog", "--on", day).stdout.splitlines()[-1] for day in ("2026-11-24", "2019-01-01")
    )
    places = len(list((ROOT / "catalog").rglob("place.yaml")))
    assert now.startswith(f"2026-11-24：{places} 个地方，各地目录合计 ")
    assert int(now.split()[-2]) > int(before.split()[-2]) > 0


def test_a_province_that_permits_what_the_nation_excludes_is_one_error(copy: Path) -> None:
    (copy / "catalog/hubei/certificates/kinship.yaml").write_text(
        "adjusts: national\n"
        "changes:\n"
        '  - from: "2024-01-01"\n'
        "    source: min-2020-32\n"
        "    set: {cases: [{id: default, verdict: may_issue}]}\n"
        "    was: {cases: [{id: default, verdict: must_not}]}\n",
        "utf-8",
    )
    done = run("check", "catalog", cwd=copy)
    assert done.returncode == 1
    findings = [line for line in done.stdout.splitlines() if line.startswith("catalog/")]
    assert len(findings) == 1
    assert findings[0].startswith(
        "catalog/hubei/certificates/kinship.yaml:5:42 C201 错误 全国的结论是“不能开”"
    )


def test_four_broken_files_give_four_findings_and_no_traceback(copy: Path) -> None:
    hubei = copy / "catalog/hubei/certificates"
    (hubei / "torn.yaml").write_text("name: [甲\n", "utf-8")
    good = (hubei / "lost-receipt.yaml").read_text("utf-8").replace("缴费票据遗失证明", "样本证明{}").replace(
        "aliases:", "#"
    ).replace("reached_by: listed", "reached_by: explicit")  # fmt: skip
    (hubei / "unknown-key.yaml").write_text(good.replace("{}", "一") + "colour: 红\n", "utf-8")
    (hubei / "no-source.yaml").write_text(
        good.replace("{}", "二").replace("source: min-2020-32", "source: gone", 1), "utf-8"
    )
    (hubei / "february.yaml").write_text(
        good.replace("{}", "三").replace('"2020-12"', '"2024-02-30"'), "utf-8"
    )
    done = run("check", "catalog", cwd=copy)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    codes = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("catalog/")]
    assert codes == ["D101", "X101", "Y103", "S102"]
    assert "4 个错误" in done.stdout


def test_check_of_some_paths_shows_only_theirs_and_speaks_english(copy: Path) -> None:
    (copy / "catalog/hubei/certificates/torn.yaml").write_text("name: [甲\n", "utf-8")
    assert run("check", "catalog/shanxi", cwd=copy).returncode == 0
    done = run("--lang", "en", "check", "catalog/hubei", cwd=copy)
    assert done.returncode == 1
    assert "torn.yaml:2:1 Y103 error not valid YAML" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("1 errors, 0 warnings")


def test_output_is_utf8_under_another_console() -> None:
    done = run("check", "catalog", PYTHONIOENCODING="gbk")
    assert "检查了" in done.stdout


def test_explain_names_both_documents_and_both_lines() -> None:
    done = run("explain", "hubei", "certificates/household-entry-change", "name", "--on", "2026-11-24")
    assert done.returncode == 0
    assert re.search(r"catalog/national/certificates/household-entry-change\.yaml:\d+:\d+", done.stdout)
    assert re.search(r"catalog/hubei/certificates/household-entry-change\.yaml:7:13", done.stdout)
    assert "民发〔2020〕20号" in done.stdout and "鄂民政发〔2020〕32号" in done.stdout


def test_explain_says_why_something_is_absent() -> None:
    assert (
        "别处列出：hubei"
        in run("explain", "beijing", "certificates/lost-receipt", "--on", "2026-11-24").stdout
    )
    assert "目录里没有这一项" in run("explain", "beijing", "certificates/gone", "--on", "2026-11-24").stdout
    assert "还没有生效" in run("explain", "hubei", "certificates/lost-receipt", "--on", "2019-01-01").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "atlantis", "certificates/kinship"),
        ("build", "--on", "2024-02-30"),
        ("frobnicate",),
        ("check", "gone"),
    ],
)
def test_wrong_use_is_status_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_build_without_a_day_says_so(copy: Path) -> None:
    done = run("build", cwd=copy, GIT_CEILING_DIRECTORIES=str(copy))
    assert done.returncode == 2
    assert "--on" in done.stderr


def test_build_of_a_catalogue_with_errors_writes_nothing(copy: Path) -> None:
    (copy / "catalog/hubei/certificates/torn.yaml").write_text("name: [甲\n", "utf-8")
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("old", "utf-8")
    done = run("build", "--on", "2026-11-24", "--no-cache", cwd=copy)
    assert done.returncode == 1
    assert [p.name for p in copy.iterdir()] == ["catalog", "site"] or (
        copy / "site/index.html"
    ).read_text() == "old"
    assert (copy / "site/index.html").read_text("utf-8") == "old"


def test_our_own_fault_is_status_3_with_a_report_free_of_catalogue_text(tmp_path: Path) -> None:
    script = (
        "import generator.cli as c, generator.commands.site as s\n"
        "def broken(*a, **k): raise RuntimeError('秘密的目录文字')\n"
        "s.check_findings = broken\n"
        "import sys; sys.argv = ['qingdan', 'check', '.']; c.main()\n"
    )
    (tmp_path / "national").mkdir()
    (tmp_path / "national/place.yaml").write_text("name: 全国\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    report = (tmp_path / "qingdan-fault-1.txt").read_text("utf-8")
    assert "RuntimeError" in report and "in broken" in report
    assert "秘密" not in report + done.stderr + done.stdout


def test_doctor_finds_what_the_program_needs() -> None:
    done = run("doctor")
    assert done.returncode == 0, done.stdout
    assert "✓ 字体：Noto Serif SC、Noto Sans SC" in done.stdout


def test_print_sign_with_the_users_village_and_size(tmp_path: Path) -> None:
    done = run(
        "print", "sign", "signs/villagers-committee", "--place", "hubei", "--size", "300x2000",
        "--set", "village=李家村", "--set", "township=城关镇", "--on", "2026-11-24", "--out", str(tmp_path / "out"),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "villagers-committee-300x2000-sign.pdf",
        "villagers-committee-300x2000-sign.svg",
        "villagers-committee-300x2000-spec-sheet.pdf",
    ]
    assert 'width="306mm"' in (tmp_path / "out/villagers-committee-300x2000-sign.svg").read_text("utf-8")


def test_print_sign_asks_for_what_no_document_says(tmp_path: Path) -> None:
    done = run("print", "sign", "signs/honours-display", "--on", "2026-11-24", "--out", str(tmp_path))
    assert done.returncode == 2
    assert "--size" in done.stderr


def test_print_sign_names_a_character_the_font_lacks(tmp_path: Path) -> None:
    done = run(
        "print", "sign", "signs/villagers-committee", "--set", "text=\U0002348d村", "--on", "2026-11-24",
        "--out", str(tmp_path),
    )  # fmt: skip
    assert done.returncode == 1
    assert "P101" in done.stdout and "U+2348D" in done.stdout
    assert list(tmp_path.iterdir()) == []
