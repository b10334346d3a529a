"""A check is served from the cache exactly where nothing that it hangs on has changed."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import cache
from generator import check as checking
from generator.check import check_catalogue, check_findings
from generator.findings import Finding
from tests.small import BASE, certificate, write

ROOT = Path(__file__).parents[1]
FILES = {**BASE, "hubei/certificates/a.yaml": certificate(), "hubei/certificates/b.yaml": certificate("no")}


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return write(tmp_path / "catalog", FILES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def told(catalog: Path, folder: Path | None) -> list[str]:
    findings, _ = check_findings(catalog, "catalog", folder, lambda _done, _all: None)
    return [f"{f.position} {f.code}" for f in findings]


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "check").iterdir())


@pytest.fixture
def no_checking(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function after which nothing can be judged any more: what is told then comes from the cache."""

    def forbid() -> None:
        def judged(*_: object) -> None:
            raise AssertionError("judged anew")

        monkeypatch.setattr(checking, "check_documents", judged)

    return forbid


def test_an_unchanged_catalogue_is_not_judged_again(
    catalog: Path, folder: Path, no_checking: Callable[[], None]
) -> None:
    first, whole = told(catalog, folder), check_catalogue(catalog, "catalog")
    assert first == told(catalog, None) != []
    no_checking()
    assert told(catalog, folder) == first
    again = check_catalogue(catalog, "catalog", folder)
    assert (again.findings, again.files) == (whole.findings, whole.files)
    assert again.catalogue.left_out == whole.catalogue.left_out
    assert sorted(again.catalogue.items) == sorted(whole.catalogue.items)


def test_a_touched_file_and_a_moved_clock_change_nothing(
    catalog: Path, folder: Path, no_checking: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = told(catalog, folder)
    no_checking()
    for year in (1975, 2100):
        moment = time.mktime((year, 1, 1, 0, 0, 0, 0, 0, 0))
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        for path in [*catalog.rglob("*.yaml"), *kept(folder)]:
            os.utime(path, (moment, moment))
        assert told(catalog, folder) == first


def test_new_content_of_the_same_size_and_time_is_judged(catalog: Path, folder: Path) -> None:
    first = told(catalog, folder)
    path = catalog / "hubei/certificates/a.yaml"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"must_not", b"must_nut"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size and path.stat().st_mtime_ns == before.st_mtime_ns
    assert told(catalog, folder) == told(catalog, None) != first


@pytest.mark.parametrize("edit", ["added", "removed", "renamed", "moved", "link", "odd name", "folder"])
def test_another_set_of_files_is_judged(catalog: Path, folder: Path, edit: str) -> None:
    told(catalog, folder)
    path = catalog / "hubei/certificates/a.yaml"
    match edit:
        case "added":
            shutil.copy(path, path.with_name("c.yaml"))
        case "removed":
            path.unlink()
        case "renamed":
            path.rename(path.with_name("c.yaml"))
        case "moved":
            path.rename(catalog / "hubei/sources/a.yaml")
        case "link":
            path.with_name("c.yaml").symlink_to(path)
        case "odd name":
            path.with_name("C c.yaml").write_bytes(path.read_bytes())
        case "folder":
            (catalog / "hubei/wuhan/certificates").mkdir(parents=True)
            path.rename(catalog / "hubei/wuhan/certificates/a.yaml")
    assert told(catalog, folder) == told(catalog, None)


def test_another_name_of_the_folder_is_another_check(catalog: Path, folder: Path) -> None:
    told(catalog, folder)
    findings, _ = check_findings(catalog, "elsewhere", folder, lambda _done, _all: None)
    assert {found.position.file.split("/")[0] for found in findings} == {"elsewhere"}


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "half": lambda data: data[: len(data) // 2],
    "short by one": lambda data: data[:-1],
    "one bit": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "a pickle": lambda _: b"cos\nsystem\n(S'touch /tmp/qingdan-evil'\ntR.",
    "not text": lambda _: b"\xff\xfe\x00",
    "deep": lambda _: hashed("[" * 100_000),
    "another shape": lambda _: hashed("{}"),
    "rows of another shape": lambda _: hashed('[1, [["a"]]]'),
    "values of another shape": lambda _: hashed(
        json.dumps([1, [[["f"], "X1", "fatal", [], [], None, None]]])
    ),
}


def hashed(body: str) -> bytes:
    return f"{sha256(body.encode()).hexdigest()}\n{body}".encode()


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_or_odd_is_judged_anew_and_mended(catalog: Path, folder: Path, damage: str) -> None:
    first = told(catalog, folder)
    (path,) = kept(folder)
    whole = path.read_bytes()
    path.write_bytes(DAMAGES[damage](whole))
    assert told(catalog, folder) == first
    assert path.read_bytes() == whole
    assert not Path("/tmp/qingdan-evil").exists()


def test_a_folder_that_cannot_be_written_stops_nothing(catalog: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert told(catalog, tmp_path / "file") == told(catalog, None)
    assert told(catalog, tmp_path / "file/below") == told(catalog, None)


def test_only_the_last_results_are_kept(catalog: Path, folder: Path) -> None:
    for number in range(40):
        (catalog / "hubei/place.yaml").write_text(f"{BASE['hubei/place.yaml']}# {number}\n", "utf-8")
        told(catalog, folder)
    assert len(kept(folder)) == 32


@given(st.lists(st.from_type(Finding), max_size=3))
def test_every_part_of_a_finding_is_kept(findings: list[Finding]) -> None:
    again = [cache._finding(json.loads(json.dumps(cache._row(found)))) for found in findings]
    assert [repr(found) for found in again] == [repr(found) for found in findings]


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    """A copy of the program, to be changed."""
    for part in ("generator", "schema"):
        shutil.copytree(ROOT / part, tmp_path / "tool" / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "tool"


def start(tool: Path, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, cache.VARIABLE: str(folder), "PYTHONPATH": f"{tool}:{tool.parent / 'more'}"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "generator", "check", "catalog", "--notes"],
        cwd=tool.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def run(tool: Path, folder: Path) -> str:
    out, err = start(tool, folder).communicate()
    assert not err, err
    return out


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_changed_program_judges_anew(tool: Path, catalog: Path, folder: Path) -> None:
    first = run(tool, folder)
    assert len(kept(folder)) == 1 and run(tool, folder) == first and len(kept(folder)) == 1
    edit(tool / "schema/certificates.schema.json", '"must_not"', '"must_nut"')  # a schema
    changed = run(tool, folder)
    assert "certificates/a.yaml:9:14 S104" in changed and "a.yaml:9:14 S104" not in first
    edit(tool / "schema/certificates.schema.json", '"must_nut"', '"must_not"')
    assert run(tool, folder) == first and len(kept(folder)) == 2

    (rule,) = (tool / "generator/rules").glob("b101_*.py")  # a rule
    edit(rule, "def check(", "def check_no_more(")
    (tool / "generator/rules/x999_new.py").write_text(RULE, "utf-8")
    assert "national/place.yaml:1:1 X107" in run(tool, folder)
    assert len(kept(folder)) == 3

    (tool.parent / "more/qingdan-99.0.dist-info").mkdir(parents=True)  # a version
    run(tool, folder)
    assert len(kept(folder)) == 4
    assert not (tool.parent / ".cache").exists()  # nothing is kept where a submission could bring it


RULE = '''
"""X999: a new rule."""
from generator.codes import finding


def check(catalogue):
    yield finding("X107", catalogue.places["national"].document.at())
'''


def test_runs_at_the_same_time_agree(tool: Path, catalog: Path, folder: Path) -> None:
    runs = [start(tool, folder) for _ in range(4)]
    outs = {process.communicate()[0] for process in runs}
    assert len(outs) == 1 and "错误" in outs.pop()
    assert [path.suffix for path in kept(folder)] == [".json"]
