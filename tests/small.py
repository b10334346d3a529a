"""Small catalogues for tests, written as YAML text and checked by the real code."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from generator.check import Checked, check_catalogue

NATION = "name: 全国\nlevel: nation\nformat: 2\n"
HUBEI = 'name: 湖北省\nshort: 湖北\nlevel: province\ncode: "420000"\ncode_system: 统计用区划代码（2023年）\n'
CITY = "name: 十堰市\nlevel: city\n"
LAW = "title: 某法\nkind: law\ncopy: repository\nread: part\n"
REPRINT = "copy: reprint\nreprinted_by: 某站\nread: full\n"
NOTICE = f'title: 某通知\nkind: department_document\n{REPRINT}issued: "2020-01-01"\n'
LOCAL = f'title: 某省通知\nkind: local_document\n{REPRINT}issued: "2021-01-01"\n'

BASE = {
    "national/place.yaml": NATION,
    "national/sources/law.yaml": LAW,
    "national/sources/notice.yaml": NOTICE,
    "hubei/place.yaml": HUBEI,
    "hubei/sources/local.yaml": LOCAL,
    "hubei/shiyan/place.yaml": CITY,
}


def certificate(
    verdict: str = "must_not", source: str = "notice", name: str = "某证明", more: str = ""
) -> str:
    """Return an introduction of a certificate."""
    return dedent(f"""\
        name: {name}
        source: {source}
        basis:
          - id: list
            source: {source}
        cases:
          - id: default
            for: [village]
            verdict: {verdict}
            basis: [list]
        """) + dedent(more)


def change(body: str, adjusts: str = "national") -> str:
    """Return an adjustment with one change; `body` is the change's YAML without the dash."""
    lines = dedent(body).strip("\n").split("\n")
    entry = "\n".join(("  - " if n == 0 else "    ") + line for n, line in enumerate(lines))
    return f"adjusts: {adjusts}\nchanges:\n{entry}\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files below `folder` and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def checked(folder: Path, files: Mapping[str, str | bytes]) -> Checked:
    """Check BASE plus `files`; findings name them below "catalog/"."""
    return check_catalogue(write(folder, {**BASE, **files}), label="catalog")


def told(result: Checked) -> list[str]:
    """Return the findings as "place code severity", without the folder's name."""
    return [
        f"{str(f.position).removeprefix('catalog/')} {f.code} {f.severity.value}" for f in result.findings
    ]
