"""Counts of what is collected, by province."""

import csv
import io
import json
from pathlib import Path

from click.testing import CliRunner

from generator.check import check_catalogue
from generator.cli import cli
from generator.count import counts, total
from tests.small import BASE, certificate, change, write

ROOT = Path(__file__).parents[1]
LIST = """title: 某清单
kind: certificates
source: local
bodies: [village]
polarity: excludes
complete: false
stated_count: 21
entries:
  - {id: a, as_named: 某证明, item: certificates/proof}
  - {id: b, as_named: 另一证明}
"""
FILES = {
    **BASE,
    "national/certificates/proof.yaml": certificate(name="某证明"),
    "hubei/lists/a.yaml": LIST,
    "hubei/shiyan/certificates/proof.yaml": change(
        """
        from: "2022-01-01"
        source: hubei/local
        set: {conflicts: [{id: x, source: hubei/local, says: 要证明。}]}
        was_absent: [conflicts.x]
        """
    ),
    "hubei/certificates/own.yaml": certificate(source="local", name="本地证明"),
}


def test_a_province_counts_with_all_below_it(tmp_path: Path) -> None:
    catalogue = check_catalogue(write(tmp_path / "catalog", FILES)).catalogue
    nation, hubei = counts(catalogue)
    assert (nation.name, nation.documents, nation.introduced) == ("全国", 2, 1)
    assert (hubei.places, hubei.documents, hubei.lists, hubei.stated, hubei.known, hubei.matched) == (
        2,
        1,
        1,
        21,
        2,
        1,
    )
    assert (hubei.introduced, hubei.adjusted, hubei.conflicts) == (1, 1, 1)
    assert total((nation, hubei)).documents == 3


def test_the_real_catalogue_adds_up_to_its_files() -> None:
    done = CliRunner().invoke(cli, ["count", "--format", "json", "--catalog", str(ROOT / "catalog")])
    listed = json.loads(done.output)
    for folder, key in (("sources", "documents"), ("lists", "lists"), ("figures", "figures")):
        assert sum(one[key] for one in listed) == len(list((ROOT / "catalog").glob(f"**/{folder}/*.yaml")))
    assert len(listed) == 32


def test_csv_and_markdown_have_a_row_for_each_and_the_sum(tmp_path: Path) -> None:
    catalog = str(write(tmp_path / "catalog", FILES))
    rows = list(
        csv.reader(
            io.StringIO(CliRunner().invoke(cli, ["count", "--format", "csv", "--catalog", catalog]).output)
        )
    )
    assert [row[0] for row in rows] == ["", "全国", "湖北省", "合计"]
    lines = CliRunner().invoke(cli, ["count", "--catalog", catalog]).output.splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["全国", "湖北省", "合计"]
