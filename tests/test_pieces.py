"""A check after an edit finds what one without kept pieces finds, and judges no more than it must."""

import random
import shutil
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

from generator import check as checking
from generator.accept import accept
from generator.catalogue import Catalogue, load_catalogue
from generator.check import check_catalogue
from generator.findings import Finding, in_order
from generator.reading import files_of, read_files
from generator.resolve.groups import groups_of
from generator.resolve.judge import judge_changes
from generator.resolve.plan import plan_of
from generator.rules import RULES
from tests.small import BASE, certificate, change, write
from tests.test_cache import DAMAGES

ROOT = Path(__file__).parents[1]
POWERS = (
    f"{certificate().split('cases')[0].replace('某证明', '名称统一')}topic: powers\ntext: 名称由全国统一。\n"
    "powers: [{id: p, kind: certificates, verbs: [set], levels: [province], fields: [name]}]\n"
)
FILES = {
    **BASE,
    "national/certificates/wide.yaml": certificate("may_issue", name="宽"),
    "hubei/certificates/part.yaml": certificate("may_issue", "local", "窄") + "narrows: certificates/wide\n",
    "national/certificates/one.yaml": certificate(name="甲"),
    "national/certificates/old.yaml": certificate("may_issue", name="旧"),
    "national/certificates/new.yaml": certificate("may_issue", name="新"),
    "national/redirects.yaml": (
        'redirects: [{id: o, item: certificates/old, to: [certificates/new], from: "2022-01-01", source: notice}]\n'
    ),
    "national/provisions/names.yaml": POWERS,
    "hubei/certificates/one.yaml": change('from: "2021-06-01"\nsource: local\nset: {name: 乙}\nwas: {name: 甲}\n'),
    "hubei/certificates/old.yaml": change("source: local\nset: {aliases: [丙]}\nwas_absent: [aliases]\n"),
    "hubei/shiyan/certificates/wide.yaml": change(
        'from: "2021-07-01"\nsource: hubei/local\nset: {cases: [{id: default, verdict: must_not}]}\n'
    ),
}  # fmt: skip
# What an edit puts in place of what: a verdict, a day, a reference, a name, a field nobody knows, a broken file.
WORDS = [
    ("may_issue", "must_not"), ("must_not", "may_issue"), ("2021", "2023"), ("local", "notice"), ("甲", "乙"),
    ("source:", "sauce:"), ("name", "  name"), ("wide", "one"), ("default", "other"), ("province", "city"),
    ("2020", "2024"), ("certificates", "tasks"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def told(catalog: Path, folder: Path | None) -> list[str]:
    return [repr(found) for found in check_catalogue(catalog, "catalog", folder).findings]


def one_after_another(catalog: Path) -> list[str]:
    """Return what every rule and the judge find when asked once of the whole."""
    files, odd = files_of(catalog, "catalog")
    documents, unread = read_files(files)
    broken = frozenset(found.position.file for found in unread)
    catalogue, found = load_catalogue(documents, "catalog", broken)
    ruled = chain.from_iterable(rule.check(catalogue) for rule in RULES)
    everything = [*odd, *unread, *found, *judge_changes(catalogue), *ruled]
    return [repr(found) for found in in_order(accept(catalogue, everything))]


def edit(catalog: Path, dice: random.Random) -> None:
    files = sorted(catalog.rglob("*.yaml"))
    path, other = dice.choice(files), dice.choice(files)
    match dice.choice(["word", "word", "word", "remove", "rename", "copy", "touch", "cut", "back"]):
        case "word":
            path.write_text(path.read_text("utf-8").replace(*dice.choice(WORDS)), "utf-8")
        case "remove":
            path.unlink()
        case "rename":
            path.rename(path.with_name(f"{path.stem}-2.yaml"))
        case "copy":
            shutil.copy(path, other.with_name("copied.yaml"))
        case "touch":
            path.touch()
        case "cut":
            path.write_bytes(path.read_bytes()[:-9])
        case "back":  # another branch is checked out: many files at once
            shutil.rmtree(catalog)
            write(catalog, FILES)


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edit_nothing_is_stale(tmp_path: Path, folder: Path, seed: int) -> None:
    catalog, dice = write(tmp_path / "catalog", FILES), random.Random(seed)
    for _ in range(10):
        assert told(catalog, folder) == told(catalog, None) == one_after_another(catalog)
        edit(catalog, dice)


def test_the_pieces_of_the_real_catalogue_are_the_whole() -> None:
    assert told(ROOT / "catalog", None) == one_after_another(ROOT / "catalog")


def test_what_bears_on_each_other_stands_in_one_group(tmp_path: Path) -> None:
    catalogue = check_catalogue(write(tmp_path / "catalog", FILES), "catalog").catalogue
    groups = {frozenset(name.partition("/")[2] for name in group) for group in groups_of(plan_of(catalogue))}
    assert groups == {
        frozenset({"wide", "part"}), frozenset({"old", "new"}), frozenset({"one"}), frozenset({"names"})
    }  # fmt: skip


JUDGED = {
    "national/certificates/one.yaml": {"one"},
    "hubei/certificates/part.yaml": {"wide", "part"},
    "hubei/certificates/old.yaml": {"old", "new"},
    "national/provisions/names.yaml": {"wide", "part", "old", "new", "one", "names"},
    "national/sources/notice.yaml": {"wide", "part", "old", "new", "one", "names"},
    "hubei/place.yaml": {"wide", "part", "old", "new", "one", "names"},
}


@pytest.mark.parametrize("file", JUDGED)
def test_an_edit_costs_what_it_can_reach(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    catalog = write(tmp_path / "catalog", FILES)
    told(catalog, folder)
    judged: list[str] = []
    fitted: list[str] = []

    def judge(catalogue: Catalogue, items: Iterable[str]) -> Iterable[Finding]:
        judged.extend(items)
        return judge_changes(catalogue, judged)

    def check_each(documents: list[tuple[object, str]]) -> list[Finding]:
        fitted.extend(document.file for document, _ in documents)  # type: ignore[attr-defined]
        return []

    monkeypatch.setattr(checking, "judge_changes", judge)
    monkeypatch.setattr(checking, "check_each", check_each)
    (catalog / file).write_text(f"{(catalog / file).read_text('utf-8')}# 又看过一遍\n", "utf-8")
    told(catalog, folder)
    assert {item.partition("/")[2] for item in judged} == JUDGED[file]
    assert fitted == [f"catalog/{file}"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_pieces_are_made_anew(tmp_path: Path, folder: Path, damage: str) -> None:
    catalog = write(tmp_path / "catalog", FILES)
    first = told(catalog, folder)
    (path,) = (folder / "pieces").iterdir()
    whole = path.read_bytes()
    path.write_bytes(DAMAGES[damage](whole))
    shutil.rmtree(folder / "check")
    assert told(catalog, folder) == first == told(catalog, None)
    assert path.read_bytes() == whole


def test_a_full_disk_stops_nothing(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.cache.os.replace", full)
    catalog = write(tmp_path / "catalog", FILES)
    assert told(catalog, folder) == told(catalog, folder) == told(catalog, None)
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_another_catalogue_and_only_the_last_ones_are_kept(tmp_path: Path, folder: Path) -> None:
    for number in range(10):
        text = FILES["hubei/certificates/one.yaml"].replace("2021", f"20{10 + number}")
        catalog = write(tmp_path / str(number) / "catalog", {**FILES, "hubei/certificates/one.yaml": text})
        assert told(catalog, folder) == told(catalog, None)
    assert len(list((folder / "pieces").iterdir())) == 8
