"""The whole path of a place that publishes: a bare repository, a clerk's clone, 30 real names, the built page.

`python -m tests.test_path` walks it and prints what each step took.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import launched
from tests.compare.repository import git
from tests.guides.run import CITED, HERE, ROOT, Step, take

NAMES = HERE / "xianning-30.csv"
LIST = "catalog/hubei/xianning/lists/community-proofs-excluded.yaml"
SOURCE = (
    "qingdan new source hubei/xianning community-relief-guidance"
    " --title 关于进一步开展社区减负工作依法厘清社区职责提升为民服务效能的指导意见（报道） --kind 地方文件"
    " --issuers 中共咸宁市委组织部 --issuers 咸宁市民政局 --issuers 咸宁市司法局 --copy 报道 --read 部分"
    " --reprinted-by 通山县新闻站点"
)
ENTRIES = (
    "qingdan new list hubei/xianning community-proofs-excluded --from-table 名单.csv --title 取消的社区证明事项"
    " --kind 证明 --source community-relief-guidance --bodies 社区 --polarity excludes --stated-count 37 --complete 否"
)
PLACE = "qingdan new place hubei xianning --name 咸宁市 --short 咸宁 --level 市级 --code 421200"


class Path30:
    """The steps, each a method; `log` keeps the seconds of each."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self.folder, self.clerk, self.browser = folder, folder / "clerk", browser
        self.log: list[tuple[str, float]] = []

    def step(self, name: str, act: Callable[[], str]) -> str:
        begin = time.perf_counter()
        printed = act()
        self.log.append((name, time.perf_counter() - begin))
        return printed

    def say(self, command: str) -> str:
        return self.step(command.split(" --", maxsplit=1)[0], lambda: take(Step(command=command), self.clerk))

    def upstream(self) -> str:
        """A bare repository with the nation and Hubei, without Xianning."""
        work = self.folder / "work"
        shutil.copytree(ROOT / "catalog/national", work / "catalog/national")
        for path in (*CITED, "hubei"):
            source, target = ROOT / "catalog" / path, work / "catalog" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
        shutil.rmtree(work / "catalog/hubei/xianning")
        (work / ".gitignore").write_text("/site/\n.cache/\n/名单.csv\n", "utf-8")
        git(work, "init", "-q", "-b", "main")
        git(work, "add", "-A")
        git(work, "commit", "-q", "-m", "catalogue")
        return git(self.folder, "clone", "-q", "--bare", "work", "upstream.git")

    def clone(self) -> str:
        git(self.folder, "clone", "-q", "upstream.git", "clerk")
        shutil.copy(NAMES, self.clerk / "名单.csv")
        return git(self.clerk, "switch", "-q", "-c", "xianning-list")

    def merge(self) -> str:
        """The project's maintainer merges what was pushed."""
        keeper = self.folder / "keeper"
        git(self.folder, "clone", "-q", "upstream.git", "keeper")
        git(keeper, "merge", "-q", "--no-ff", "-m", "merge", "origin/xianning-list")
        git(keeper, "push", "-q", "origin", "main")
        return take(Step(command="qingdan build --on 2026-11-25"), keeper)

    def read(self) -> str:
        """Open the built list on a phone and return what stands there."""
        page_file = self.folder / "keeper/site/hubei/xianning/lists/community-proofs-excluded/index.html"
        page = self.browser.new_page(viewport={"width": 360, "height": 740}, locale="zh-CN")
        try:
            page.goto(page_file.as_uri())
            return page.inner_text("body")
        finally:
            page.close()


def walk(folder: Path, browser: Browser) -> tuple[Path30, dict[str, str]]:
    """Walk the whole path and return what each step printed."""
    path, printed = Path30(folder, browser), {}
    path.step("建裸仓库", path.upstream)
    path.step("办事员克隆", path.clone)
    printed["place"] = path.say(PLACE)
    printed["source"] = path.say(SOURCE)
    printed["list"] = path.say(ENTRIES)
    printed["check"] = path.say("qingdan check catalog")
    for command in ("git add -A", "git commit -q -m 咸宁清单"):
        path.say(command)
    printed["diff"] = path.say("qingdan diff main..HEAD")
    printed["owners"] = path.say("qingdan owners main..HEAD")
    path.say("git push -q origin xianning-list")
    printed["build"] = path.step("合并、生成网站", path.merge)
    printed["page"] = path.step("浏览器打开清单页", path.read)
    return path, printed


@pytest.mark.xdist_group("site")
def test_a_clerk_publishes_thirty_names(tmp_path: Path, chromium: Browser) -> None:
    path, printed = walk(tmp_path, chromium)
    assert "30 项：名称相同 9，别名相同 3，只差填充的词 1，待核对 11，没有像的 6" in printed["list"]
    assert "0 个错误" in printed["check"]
    assert "新的地方 hubei/xianning 咸宁市" in printed["diff"]
    assert "新 官方清单 hubei/xianning/community-proofs-excluded 取消的社区证明事项" in printed["diff"]
    assert "湖北省（catalog/hubei），3 个文件" in printed["owners"]
    names = [line.split(",")[1] for line in NAMES.read_text("utf-8").splitlines()[1:]]
    assert len(names) == 30
    for name in names:
        assert name in printed["page"], name
    written = subprocess.run(
        ["git", "-C", str(tmp_path / "upstream.git"), "show", f"main:{LIST}"], capture_output=True, check=True
    ).stdout.decode()
    assert [line for line in written.splitlines() if line.startswith("    as_named:")] == [
        f"    as_named: {n}" for n in names
    ]
    assert len(path.log) == 13


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name, launched() as running:
        walked, told = walk(Path(name), running)
    for what, seconds in walked.log:
        sys.stdout.write(f"{seconds:6.1f} s  {what}\n")
    sys.stdout.write(f"\n{told['list']}\n{told['diff']}\n{told['owners']}\n")
