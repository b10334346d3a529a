"""`qingdan migrate` brings format 1 to today's, with comments and order, and leaves what needs no change."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.catalogue.migrate import FORMAT, plan
from generator.cli import cli
from tests.small import BASE, certificate, checked, write

OLD = {
    **BASE,
    "national/place.yaml": "format: 1 # 编号\nname: 全国\nlevel: nation\n",
    "national/certificates/it.yaml": certificate("unknown")
    + "form:\n  title: 某推荐函 # 题目\n  basis: [list]\n  fields:\n"
    + "    - {id: a, label: 姓名, kind: text, basis: [list]}\n"
    + 'changes:\n  # 续发\n  - from: "2024-01-01"\n    source: law\n    clause: 第九条\n    continue: true\n',
    "hubei/lists/l.yaml": (
        "# 清单\ntitle: 某清单\nsource: local\nbodies: [village]\npolarity: excludes\ncomplete: true\n"
        "entries:\n  - {id: a, as_named: 某} # 第一项\n"
    ),
}


def test_an_old_catalogue_is_rewritten_and_then_has_nothing_to_do(tmp_path: Path) -> None:
    root = write(tmp_path, OLD)
    new = plan(root)
    assert sorted(new) == [
        "hubei/lists/l.yaml", "national/certificates/it.yaml", "national/forms/it.yaml", "national/place.yaml",
    ]  # fmt: skip
    assert new["national/place.yaml"] == f"format: {FORMAT} # 编号\nname: 全国\nlevel: nation\n"
    assert new["hubei/lists/l.yaml"].startswith("# 清单\ntitle: 某清单\nkind: certificates\nsource: local\n")
    assert "{id: a, as_named: 某} # 第一项\n" in new["hubei/lists/l.yaml"]
    assert "  # 续发\n" in new["national/certificates/it.yaml"]
    assert "    continue: {source: law, clause: 第九条}\n" in new["national/certificates/it.yaml"]
    assert "form: forms/it\n" in new["national/certificates/it.yaml"]
    assert new["national/forms/it.yaml"].startswith("name: 某推荐函")
    write(root, new)
    assert plan(root) == {}


def test_what_comes_out_fits_the_schema(tmp_path: Path) -> None:
    new = plan(write(tmp_path / "old", OLD))
    result = checked(tmp_path / "new", {**OLD, **new})
    assert [f for f in result.findings if f.code.startswith(("Y", "S", "X10", "I1"))] == []
    assert "forms/it" in result.catalogue.items


def test_the_command_writes_and_a_dry_run_does_not(tmp_path: Path) -> None:
    root = write(tmp_path / "catalog", OLD)
    for arguments, changed in ((["--dry-run"], 1), ([], FORMAT)):
        command = [sys.executable, "-m", "generator", "migrate", str(root), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        assert (root / "national/place.yaml").read_text("utf-8").startswith(f"format: {changed} ")
    assert "4 个文件" in done.stdout


HUNG = """# head
clause: 第九条      # an odd order
name: 某证明
source: law
form:
  # on the form
  title: 某推荐函 # on its title
  fields:
    # on a field
    - {id: a, label: 姓名, kind: text}
cases:
  - {id: default, for: [village], verdict: unknown}
changes:
  - from: "2024-01-01"
    source: law
    # on the clause
    clause: 第九条
    continue: true   # on a verb
# tail
"""


def test_every_comment_is_kept_also_where_its_value_moves(tmp_path: Path) -> None:
    new = plan(write(tmp_path, {**OLD, "national/certificates/it.yaml": HUNG}))
    both = new["national/certificates/it.yaml"] + new["national/forms/it.yaml"]
    said = [line.partition("# ")[2] for line in HUNG.splitlines() if "#" in line]
    assert sorted(line.partition("# ")[2] for line in both.splitlines() if "#" in line) == sorted(said)
    assert new["national/forms/it.yaml"].startswith("name: 某推荐函 ")
    assert "# on its title" in new["national/forms/it.yaml"].splitlines()[0]


def test_line_ends_and_the_order_of_keys_stay(tmp_path: Path) -> None:
    root = write(tmp_path, OLD)
    file = root / "hubei/lists/l.yaml"
    text = (
        "\ufeffsource: local\nbodies: [village]\ntitle: 某清单\npolarity: excludes\ncomplete: true\n"
        "entries:\n  - {id: a, as_named: 某} # 第一项\n"
    )
    file.write_bytes(text.replace("\n", "\r\n").encode())
    wanted = text.removeprefix("\ufeff").replace("title: 某清单\n", "title: 某清单\nkind: certificates\n")
    assert plan(root)["hubei/lists/l.yaml"] == wanted.replace("\n", "\r\n")
    assert CliRunner().invoke(cli, ["migrate", str(root)]).exit_code == 0
    assert file.read_bytes() == wanted.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("written", range(4))
def test_a_run_that_was_cut_off_is_taken_up_again(written: int, tmp_path: Path) -> None:
    root = write(tmp_path, OLD)
    whole = plan(root)
    write(root, dict(list(whole.items())[:written]))
    assert list(whole)[-1] == "national/place.yaml"
    write(root, plan(root))
    assert {name: (root / name).read_text("utf-8") for name in whole} == whole


@pytest.mark.parametrize(
    "spoilt", ["a link", "not YAML", "changes that are no list", "a form without a title"]
)
def test_files_that_cannot_be_read_or_lack_something_stop_it_before_it_writes(
    spoilt: str, tmp_path: Path
) -> None:
    old = "name: 全国\nlevel: nation\nformat: 1\n"
    root = write(tmp_path / "catalog", {"national/place.yaml": old, "national/tasks/b.yaml": "name: 甲\n"})
    file = root / "national" / "certificates" / "a.yaml"
    file.parent.mkdir()
    if spoilt == "a link":
        file.symlink_to("/etc/passwd")
    else:
        texts = {"not YAML": "a: [", "changes that are no list": "changes: 1\n"}
        file.write_text(texts.get(spoilt, "form: {}\n"), "utf-8")
    done = CliRunner().invoke(cli, ["migrate", str(root)])
    assert done.exit_code == 2 and "qingdan check" in done.output
    assert (root / "national" / "place.yaml").read_text("utf-8") == old
