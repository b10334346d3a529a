"""The workflows of GitHub, GitLab and Gitee: valid, without secrets, with the base's tool, and their steps run."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.compare.repository import WHO, begin, commit, git
from tests.small import BASE, certificate, write

ROOT = Path(__file__).parents[1]
GITHUB, GITLAB, GITEE = ".github/workflows/check.yml", ".gitlab-ci.yml", ".workflow/check.yml"
BIN = Path(sys.executable).parent
PROOF = {"hubei/certificates/proof.yaml": certificate(source="local", name="入学证明")}


def load(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--builtin-schema", "vendor.github-workflows", GITHUB),
        ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", GITLAB),
    ],
)
def test_each_fits_the_schema_of_its_platform(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_github_gives_a_pull_request_nothing_but_its_own_files_to_read() -> None:
    workflow, text = load(GITHUB), (ROOT / GITHUB).read_text("utf-8")
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow["on"]) == {"pull_request", "push"}
    assert "secrets" not in text and "pull_request_target" not in text
    (job,) = workflow["jobs"].values()
    assert "permissions" not in job
    for step in job["steps"]:
        assert "${{" not in step.get("run", "")  # what a pull request is called can never become a command
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step.get("uses", "a/b@" + "0" * 40))
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_the_tool_is_the_bases_and_the_submission_only_data() -> None:
    (job,) = load(GITHUB)["jobs"].values()
    tool, work = (step["with"] for step in job["steps"] if "checkout" in step.get("uses", ""))
    assert tool["ref"].startswith("${{ github.event.pull_request.base.sha")
    assert (tool["path"], work["path"]) == ("tool", "work") and "ref" not in work
    commands = [
        line for name in (GITHUB, GITLAB, GITEE) for line in (ROOT / name).read_text("utf-8").splitlines()
    ]
    assert all("tool" in line for line in commands if "pip install" in line)
    for name in (GITLAB, GITEE):
        text = (ROOT / name).read_text("utf-8")
        assert 'git worktree add --quiet --detach ../tool "$BASE"' in text and "secret" not in text.lower()


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    """A clone with a base and a submission that brings a tool and a cache of its own."""
    begin(tmp_path / "origin", BASE)
    git(tmp_path, "clone", "-q", "--bare", "origin", "upstream.git")
    git(tmp_path, "clone", "-q", "upstream.git", "work")
    work = tmp_path / "work"
    evil = "import pathlib; pathlib.Path('/tmp/qingdan-evil').write_text('ran')\n"
    write(
        work,
        {
            "generator/__init__.py": evil,
            "click.py": evil,
            ".cache/yaml/x.json": "{}",
            "sitecustomize.py": evil,
        },
    )
    commit(work, PROOF)
    return work


def run(work: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **WHO, "PATH": f"{BIN}:{os.environ['PATH']}", "PYTHONSAFEPATH": "1", **more}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def steps() -> dict[str, str]:
    (job,) = load(GITHUB)["jobs"].values()
    return {step["name"]: step["run"] for step in job["steps"] if "run" in step}


def test_the_steps_of_github_check_tell_and_build(submission: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    more = {
        "BASE": git(submission, "rev-parse", "HEAD~"), "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(tmp_path),
    }  # fmt: skip
    for name in ("检查", "有效差别，要谁同意", "生成预览"):
        done = run(submission, steps()[name], **more)
        assert done.returncode == 0, done.stdout + done.stderr
    told = summary.read_text("utf-8")
    assert "湖北省（catalog/hubei），1 个文件" in told and "动了其他文件、程序：关系到所有地方" in told
    assert "| 证明 certificates/proof 入学证明 | 新列 |" in told
    assert (tmp_path / "preview/hubei/certificates/proof/index.html").is_file()
    assert [path.name for path in (submission / ".cache").rglob("*.json")] == [
        "x.json"
    ]  # no place for a cache
    assert not Path("/tmp/qingdan-evil").exists()


def test_an_error_is_an_annotation_at_its_line_and_fails_the_check(submission: Path) -> None:
    commit(
        submission, {"hubei/certificates/proof.yaml": PROOF["hubei/certificates/proof.yaml"] + "colour: 红\n"}
    )
    done = run(submission, steps()["检查"])
    assert done.returncode == 1
    assert "::error file=catalog/hubei/certificates/proof.yaml,line=11,col=1" in done.stdout
    assert "title=S102::" in done.stdout


@pytest.mark.parametrize("name", [GITLAB, GITEE])
def test_the_scripts_of_gitlab_and_gitee_fetch_the_base_and_tell(
    name: str, submission: Path, tmp_path: Path
) -> None:
    if name == GITLAB:
        job = load(GITLAB)["catalogue"]
        lines = [*job["before_script"], *job["script"]]
    else:
        (stage,) = load(GITEE)["stages"]
        lines = list(stage["steps"][0]["commands"])
    kept = [line for line in lines if not re.search(r"apt-get|pip install|qingdan build", line)]
    assert [line for line in lines if "qingdan build" in line] == ["qingdan build --out preview"]
    done = run(
        submission,
        "\n".join(kept),
        CI_MERGE_REQUEST_PROJECT_URL=str(tmp_path / "upstream"),
        CI_DEFAULT_BRANCH="main",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (
        "湖北省（catalog/hubei），1 个文件" in done.stdout
        and "证明 certificates/proof 入学证明" in done.stdout
    )
    assert git(tmp_path / "tool", "rev-parse", "HEAD") == git(submission, "rev-parse", "HEAD~")
    if name == GITLAB:
        assert YAML(typ="safe").load((submission / "codequality.json").read_text("utf-8"))[:0] == []


def test_templates_of_the_three_platforms_say_the_same() -> None:
    asked = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    for copy in (".gitlab/merge_request_templates/Default.md", ".gitee/PULL_REQUEST_TEMPLATE.zh-CN.md"):
        assert (ROOT / copy).read_text("utf-8") == asked
    issues = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.md"))  # Gitee reads these too
    assert {p.name for p in issues} == {p.name for p in (ROOT / ".gitlab/issue_templates").glob("*.md")}
    for path in issues:
        head, body = path.read_text("utf-8").removeprefix("---\n").split("---\n", 1)
        assert set(YAML(typ="safe").load(head)) == {"name", "about"}
        assert (ROOT / ".gitlab/issue_templates" / path.name).read_text("utf-8") == body
