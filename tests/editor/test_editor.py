"""The schemas for editors, tried with the real yaml-language-server under the project's own settings."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.catalogue.schema import schemas
from generator.cli import cli
from generator.editor import FOLDER, editor_schemas, modeline
from tests.editor.server import ROOT, Server, language_server
from tests.rules.edits import real

pytestmark = pytest.mark.xdist_group("editor")

NEW = "catalog/hubei/certificates/new.yaml"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("checkout")
    for name, data in editor_schemas(real()).items():
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        (folder / FOLDER / name).write_bytes(data)
    with language_server(folder) as running:
        yield running


def test_keys_are_completed_with_what_they_mean(server: Server) -> None:
    found = server.complete(NEW, "name: 某证明\n|\n")
    assert found["cases"] == "结论，按情况分；必有一个 default"
    assert {"adjusts", "source", "basis", "changes"} <= found.keys()
    inner = server.complete(NEW, "name: 某证明\nbasis:\n  - id: a\n    |\n")
    assert inner["says"] == "这一条说了什么（自己的话）"


def test_an_adjustment_offers_what_it_can_have(server: Server) -> None:
    found = server.complete(NEW, "adjusts: national\n|\n")
    assert {"changes", "introduces", "accepted"} <= found.keys() and "cases" not in found


@pytest.mark.parametrize("key", ["set", "was", "add"])
def test_a_change_completes_the_fields_of_its_kind(server: Server, key: str) -> None:
    found = server.complete(NEW, f'adjusts: national\nchanges:\n  - from: "2020"\n    {key}:\n      |\n')
    assert {"name", "cases", "asked_by"} <= found.keys()


def test_words_are_completed_with_their_chinese(server: Server) -> None:
    found = server.complete(NEW, "name: 某证明\ncases:\n  - id: default\n    verdict: |\n")
    assert found["must_not"] == "不能开" and found["not_needed"] == "不用开"


def test_ids_are_completed(server: Server) -> None:
    sources = server.complete(NEW, "name: 某证明\nsource: |\n")
    assert {"national/opinion-2022", "opinion-2022"} <= sources.keys()
    items = server.complete(NEW, "name: 某证明\nnarrows: |\n")
    assert "certificates/kinship" in items
    places = server.complete(NEW, "adjusts: |\n")
    assert {"national", "hubei/xianning"} <= places.keys()


def test_hovering_shows_the_chinese_description(server: Server) -> None:
    shown = server.hover(NEW, "name: 某证明\ncases:\n  - id: default\n    ver|dict: must_not\n")
    assert "结论" in shown and "`must_not`: 不能开" in shown


def test_a_wrong_word_is_marked(server: Server) -> None:
    assert server.diagnose(NEW, "adjusts: national\nchanges:\n  - set: {colour: red}\n    source: x\n") != []


@pytest.mark.parametrize("kind", sorted(schemas().keys() - {"common"}))
def test_nothing_is_marked_in_real_files(server: Server, kind: str) -> None:
    pattern = f"**/{kind}.yaml" if kind in ("place", "redirects") else f"**/{kind}/*.yaml"
    files = sorted((ROOT / "catalog").glob(pattern))[::40]
    assert files or kind == "redirects"
    for file in files:
        name = file.relative_to(ROOT).as_posix()
        assert server.diagnose(name, file.read_text("utf-8")) == [], name


def test_a_modeline_leads_any_editor_to_the_schema(server: Server) -> None:
    # Below a folder that no setting names, only the modeline can be what is read.
    line = modeline("hubei/shiyan/tasks/x.yaml")
    assert line == "yaml-language-server: $schema=../../../../.cache/editor/tasks.json"
    found = server.complete("elsewhere/hubei/shiyan/tasks/x.yml", f"# {line}\nname: 某任务\n|\n")
    assert "verdict" in found


def test_every_kind_has_its_setting() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert set(settings) == {f"./{FOLDER}/{name}" for name in editor_schemas(real())}


def test_the_command_writes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "catalog" / "national", tmp_path / "catalog" / "national")
    result = CliRunner().invoke(cli, ["editor"])
    assert result.exit_code == 0 and "写好 14 个：.cache/editor/" in result.output
    kinds = {file.stem for file in (tmp_path / FOLDER).iterdir()}
    assert kinds == schemas().keys() - {"common"}
