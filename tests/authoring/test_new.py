"""`qingdan new` writes files that pass the check, says nothing that nobody told it, and harms nothing that is there."""

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.authoring.flags import flags_of, missing
from generator.authoring.outline import Field, outline_of
from generator.authoring.text import file_text
from generator.catalogue.schema import at_key, branches_of
from generator.check import check_catalogue
from generator.cli import cli
from generator.commands.new import KINDS
from generator.reading.document import Document
from generator.reading.yaml_reader import read_yaml
from tests.small import BASE, certificate, write

TOLD = {
    "place": ["hubei", "--name", "随州市", "--level", "city"],
    "source": ["hubei", "--title", "某意见", "--kind", "local_document", "--copy", "reprint", "--read", "part",
               "--number", "鄂民政发〔2024〕5号", "--issued", "2024-05-06", "--reprinted-by", "某站"],
    "certificate": ["hubei", "--name", "入学证明", "--source", "local", "--verdict", "不能开", "--for", "村",
                    "--for", "community", "--reached-by", "explicit"],
    "task": ["hubei", "--name", "某项任务", "--source", "local", "--verdict", "assist", "--for", "village"],
    "form": ["hubei", "--name", "某表", "--source", "local"],
    "mechanism": ["hubei", "--name", "某站", "--source", "local", "--requirement", "optional", "--mandate", "local"],
    "sign": ["hubei", "--name", "某牌", "--source", "local", "--kind", "plaque", "--position", "outside"],
    "facility": ["hubei", "--name", "某室", "--source", "local", "--requirement", "optional"],
    "provision": ["hubei", "--name", "某规定", "--source", "local", "--topic", "intake", "--text", "当场办理。"],
    "list": ["hubei", "--title", "某清单", "--source", "local", "--kind", "certificates", "--bodies", "village",
             "--polarity", "excludes", "--complete", "否", "--stated-count", "21"],
    "figure": ["hubei", "--title", "牌子", "--source", "local", "--level", "village", "--after-as-stated", "20余块"],
    "proposal": ["hubei", "--title", "某申请", "--track", "admission", "--action", "add", "--kind", "tasks",
                 "--state", "proposed", "--source", "local"],
}  # fmt: skip


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return write(tmp_path / "catalog", BASE)


def new(catalog: Path, name: str, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["new", name, *arguments, "--catalog", str(catalog)])


def yaml_files(catalog: Path) -> set[str]:
    return {path.relative_to(catalog).as_posix() for path in catalog.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", KINDS)
def test_a_file_of_every_kind_passes_the_check_and_says_only_what_was_told(name: str, catalog: Path) -> None:
    before = yaml_files(catalog)
    done = new(catalog, name, *TOLD[name])
    assert done.exit_code == 0, done.output
    (written,) = yaml_files(catalog) - before
    assert f"写好 {catalog.as_posix()}/{written}" in done.output
    found = check_catalogue(catalog).findings
    assert [f for f in found if f.severity == "error"] == []
    read = read_yaml((catalog / written).read_bytes(), written)
    assert isinstance(read, Document)
    said = {str(v) for v in _leaves(read.value)}
    words = {w: code for f in _all(outline_of(KINDS[name]).fields) for code, w in f.words.items()}
    told = {words.get(text, text) for text in TOLD[name]} | {"False", "default", "proposed"}
    assert said <= told


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in _leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in _leaves(inner)]
    return [value]


def _all(fields: tuple[Field, ...]) -> list[Field]:
    return [found for one in fields for found in (one, *_all(one.inner))]


def test_paths_and_texts_are_exact(catalog: Path) -> None:
    before = yaml_files(catalog)
    for name in ("place", "source", "certificate"):
        new(catalog, name, *TOLD[name])
    assert yaml_files(catalog) - before == {
        "hubei/suizhou/place.yaml", "hubei/sources/e-min-zheng-fa-2024-5.yaml",
        "hubei/certificates/ru-xue-zheng-ming.yaml",
    }  # fmt: skip
    text = (catalog / "hubei/certificates/ru-xue-zheng-ming.yaml").read_text("utf-8")
    values = "".join(line + "\n" for line in text.splitlines() if not line.lstrip().startswith("#"))
    assert values == (
        "name: 入学证明\n"
        "source: local\n"
        "cases:\n"
        "  - id: default\n"
        "    for: [village, community]\n"
        "    verdict: must_not\n"
        "    reached_by: explicit\n"
        "    basis: [local]\n"
        "basis:\n"
        "  - id: local\n"
        "    source: local\n"
    )
    assert "\n# until:  # 至：不再有效的第一天" in text and "\n    #   days:  # 天数\n" in text
    source = (catalog / "hubei/sources/e-min-zheng-fa-2024-5.yaml").read_text("utf-8")
    assert 'number: 鄂民政发〔2024〕5号\nissued: "2024-05-06"\n' in source


@pytest.mark.parametrize("name", KINDS)
def test_every_commented_line_is_a_key_of_the_schema_at_its_place(name: str) -> None:
    kind, outline = KINDS[name], outline_of(KINDS[name])
    lines = file_text(outline, {}).splitlines()[1:]
    bare = "\n".join(re.sub(r"  # .*$", "", line.removeprefix("# ")) for line in lines)
    read = read_yaml(bare.encode(), "new.yaml")
    assert isinstance(read, Document), read
    assert {path[-1] for path in read.keys if len(path) == 1} == {field.key for field in outline.fields}
    for path in read.keys:
        nodes = branches_of(kind)
        for step in path:
            nodes = at_key(nodes, "*" if isinstance(step, int) else step)
        assert nodes, path


@pytest.mark.parametrize("name", KINDS)
def test_what_is_missing_is_named_with_its_flag_and_words(name: str, catalog: Path) -> None:
    before = yaml_files(catalog)
    done = new(catalog, name, "hubei")
    assert done.exit_code == 2
    for flag in missing(outline_of(KINDS[name]), {}):
        assert f"缺少 --{flag.name}（" in done.output
        assert all(word in done.output for word in flag.field.words.values())
    assert yaml_files(catalog) == before


def test_what_is_begun_must_be_finished(catalog: Path) -> None:
    done = new(catalog, "certificate", *TOLD["certificate"], "--time-limit-days", "5")
    assert done.exit_code == 2 and "缺少 --time-limit-day-kind（怎么算，可写 working（工作日）" in done.output


@pytest.mark.parametrize(
    ("flag", "value", "said"),
    [
        ("--verdict", "maybe", "“maybe”不是其中一个：must_issue（应当开）"),
        ("--from", "2024-02-30", "“2024-02-30”不是日期"),
        ("--time-limit-days", "五", "“五”不是数字"),
        ("--clause", " ", "不能是空的"),
    ],
)
def test_a_wrong_value_is_wrong_use_and_names_the_flag(
    flag: str, value: str, said: str, catalog: Path
) -> None:
    done = new(catalog, "certificate", *TOLD["certificate"], flag, value)
    assert done.exit_code == 2 and f"{flag}（" in done.output and said in done.output
    assert not (catalog / "hubei/certificates").exists()


def test_it_never_writes_over_a_file(catalog: Path) -> None:
    assert new(catalog, "source", *TOLD["source"]).exit_code == 0
    path = catalog / "hubei/sources/e-min-zheng-fa-2024-5.yaml"
    path.write_text("title: 别人的\n", "utf-8")
    done = new(catalog, "source", "hubei", "e-min-zheng-fa-2024-5", *TOLD["source"][1:])
    assert done.exit_code == 2 and "已经有" in done.output
    assert path.read_text("utf-8") == "title: 别人的\n"


def test_a_second_document_of_that_name_gets_a_number(catalog: Path) -> None:
    for title in ("某意见", "某异见"):
        told = ["--kind", "local_document", "--copy", "primary", "--read", "full", "--issued", "2024-05-06"]
        assert new(catalog, "source", "hubei", "--title", title, *told).exit_code == 0
    assert (catalog / "hubei/sources/mou-yi-jian.yaml").is_file()
    assert (catalog / "hubei/sources/mou-yi-jian-2.yaml").is_file()


def test_a_matter_listed_above_is_changed_not_written_again(catalog: Path) -> None:
    write(catalog, {"national/certificates/kinship.yaml": certificate(name="亲属关系证明")})
    done = new(catalog, "certificate", "hubei", "--name", "亲属关系证明", *TOLD["certificate"][3:])
    assert done.exit_code == 2
    assert "全国已经列了“亲属关系证明”（certificates/kinship）" in done.output
    assert "qingdan new change hubei certificates/kinship" in done.output


def test_the_same_matter_elsewhere_gives_its_id(catalog: Path) -> None:
    write(
        catalog,
        {
            "hunan/place.yaml": "name: 湖南省\nlevel: province\n",
            "hunan/sources/notice.yaml": BASE["national/sources/notice.yaml"],
            "hunan/certificates/school.yaml": certificate(name="入学证明"),
        },
    )
    assert new(catalog, "certificate", *TOLD["certificate"]).exit_code == 0
    assert (catalog / "hubei/certificates/school.yaml").is_file()


def test_what_the_check_would_refuse_is_not_written(catalog: Path) -> None:
    arguments = [a if a != "local" else "gone" for a in TOLD["certificate"]]
    done = new(catalog, "certificate", *arguments)
    assert done.exit_code == 1
    assert "X101 错误" in done.output and "没有写" in done.output
    assert not (catalog / "hubei/certificates").exists()


def test_hostile_values_stay_values(catalog: Path) -> None:
    name = "甲: [乙] # {丙}, 'x' \"y\" &a *b !c"
    done = new(
        catalog,
        "form",
        "hubei",
        "--name",
        name,
        "--source",
        "local",
        "--aliases",
        "- 丁,戊",
        "--aliases",
        "on",
    )
    assert done.exit_code == 0, done.output
    (path,) = (catalog / "hubei/forms").iterdir()
    read = read_yaml(path.read_bytes(), "x")
    assert isinstance(read, Document) and isinstance(read.value, dict)
    assert (read.value["name"], read.value["aliases"]) == (name, ["- 丁,戊", "on"])
    done = new(catalog, "form", "hubei", "second", "--name", "甲\u202e乙", "--source", "local")
    assert done.exit_code == 1 and "U101" in done.output


@pytest.mark.parametrize("slug", ["../up", "甲", "con", "A", "x" * 41, "a/b"])
def test_a_slug_that_is_no_file_name_is_refused(slug: str, catalog: Path) -> None:
    before = yaml_files(catalog)
    done = new(catalog, "form", "hubei", slug, "--name", "某表", "--source", "local")
    assert done.exit_code == 2 and "不行" in done.output
    assert yaml_files(catalog) == before


def test_an_unknown_place_is_wrong_use(catalog: Path) -> None:
    assert (
        "没有地方“atlantis”" in new(catalog, "form", "atlantis", "--name", "甲", "--source", "local").output
    )


def test_flag_names_are_unique_and_tell_every_single_value_of_the_file() -> None:
    for kind in KINDS.values():
        outline, flags = outline_of(kind), flags_of(outline_of(kind))
        assert len({flag.path for flag in flags}) == len(flags)
        assert {f.key for f in outline.fields if f.single} <= {flag.path[0] for flag in flags}


def test_on_a_terminal_it_asks_for_what_is_missing_until_it_is_right(catalog: Path) -> None:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "new", "certificate", "hubei", "--name", "入学证明", "--source", "local",
         "--catalog", "catalog"],
        cwd=catalog.parent, stdin=slave, stdout=slave, stderr=slave,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    os.close(slave)
    shown = _answer(master, [("适用", "村、社区"), ("结论", "大概"), ("不是其中一个", "不能开")])
    assert process.wait(60) == 0, shown
    text = (catalog / "hubei/certificates/ru-xue-zheng-ming.yaml").read_text("utf-8")
    assert "for: [village, community]\n    verdict: must_not\n" in text


def _answer(master: int, answers: list[tuple[str, str]]) -> str:
    """Type each answer once its question has been shown; return all that was shown."""
    shown, seen = "", 0
    while True:
        try:
            ready, _, _ = select.select([master], [], [], 60)
            data = os.read(master, 65536) if ready else b""
        except OSError:
            break
        if not data:
            break
        shown += data.decode("utf-8", "replace")
        while answers and answers[0][0] in shown[seen:] and shown.rstrip(" ").endswith(":"):
            seen = len(shown)
            os.write(master, f"{answers.pop(0)[1]}\n".encode())
    return shown
