"""Every command the README shows is run, and what it names exists."""

import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"`(qingdan [^`]+)`", README)))
TARGETS = sorted(set(re.findall(r"(?:^\$ |`)(make [a-z]+)", README, re.M)))


def qingdan(command: str) -> list[str]:
    return [sys.executable, "-m", "generator", *command.split()[1:]]


@pytest.mark.xdist_group("site")
@pytest.mark.parametrize("command", [c for c in COMMANDS if "serve" not in c])
def test_a_command_of_the_readme_runs(command: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "catalog", tmp_path / "catalog")
    (tmp_path / "list.csv").write_text("名称,依据\n甲证明,第三条\n", "utf-8")
    arguments = qingdan(command) + (
        ["--on", "2026-11-24"] if re.search("build|explain|print|resolve|difference", command) else []
    )
    done = subprocess.run(
        arguments, cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    if "build" in command:
        shown = re.search(r"^写好 .*$", README, re.M)
        assert shown is not None
        assert re.sub(r"\d+", "N", shown[0]) == re.sub(r"\d+", "N", done.stdout.strip())


def test_serve_shows_the_site_on_this_machine(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("你好", "utf-8")
    process = subprocess.Popen(
        [*qingdan("qingdan serve"), "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, text=True,
        env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PATH": "/usr/bin:/bin"}, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[0]
        for _ in range(50):
            try:
                with urllib.request.urlopen(f"{address}index.html", timeout=5) as answer:
                    assert answer.read().decode() == "你好"
                break
            except OSError:
                time.sleep(0.1)
        else:
            pytest.fail("no answer")
    finally:
        process.kill()
        process.wait()


def test_every_make_target_named_exists() -> None:
    assert {"make site", "make test"} <= set(TARGETS)
    for target in TARGETS:
        done = subprocess.run(
            ["make", "-n", *target.split()[1:]], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_both_readmes_show_the_picture_and_the_same_output() -> None:
    chinese = (ROOT / "README.zh.md").read_text("utf-8")
    for text in (README, chinese):
        for path in re.findall(r"\]\(([^)]+)\)", text):
            assert (ROOT / path).exists(), path
    assert re.findall(r"写好 .*", README) == re.findall(r"写好 .*", chinese)


def test_an_installed_wheel_checks_a_catalogue_anywhere(tmp_path: Path) -> None:
    build = (
        "import hatchling.builders.wheel as w, sys;"
        "print(next(w.WheelBuilder(sys.argv[1]).build(directory=sys.argv[2], versions=['standard'])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", build, str(ROOT), str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    shutil.unpack_archive(next(tmp_path.glob("*.whl")), tmp_path / "installed", "zip")
    shutil.copytree(ROOT / "catalog", tmp_path / "work" / "catalog")
    checked = subprocess.run(
        [sys.executable, "-P", "-c", "import generator.cli as c; print(c.__file__); c.main()", "check", "catalog"],
        cwd=tmp_path / "work", capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(tmp_path / "installed")},
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert checked.stdout.startswith(str(tmp_path / "installed"))
    assert "0 个错误" in checked.stdout
