"""`check --fix` mends what is safe, as edits of the text."""

from pathlib import Path

from generator.check import check_catalogue
from generator.mend import mend_files, mended_text
from tests.small import BASE, certificate, change, write


def mended(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """Mend a small catalogue and return the texts of the files given."""
    root = write(folder, {**BASE, **files})
    mend_files(check_catalogue(root, label="catalog").findings, root, "catalog")
    return {name: (root / name).read_text("utf-8") for name in files}


def test_numbers_that_must_be_text_are_quoted_and_comments_stay(tmp_path: Path) -> None:
    place = "name: 十堰市 # 注释\nlevel: city\ncode: 420300   # 代码\ncode_system: 统计用区划代码（2023年）\n"
    new = mended(tmp_path, {"hubei/shiyan/place.yaml": place})
    assert new["hubei/shiyan/place.yaml"] == place.replace("420300", '"420300"')


def test_a_full_width_colon_becomes_a_colon(tmp_path: Path) -> None:
    broken = certificate(name="甲").replace("name: 甲", "name：甲")
    new = mended(tmp_path, {"national/certificates/a.yaml": broken})
    assert new["national/certificates/a.yaml"].startswith("name: 甲\n")


def test_adjusts_names_the_place_that_introduces(tmp_path: Path) -> None:
    below = change("source: local\nset: {name: 新名}\nwas: {name: 某证明}", adjusts="hubei")
    files = {"national/certificates/it.yaml": certificate(), "hubei/certificates/it.yaml": below}
    assert mended(tmp_path, files)["hubei/certificates/it.yaml"].startswith("adjusts: national\n")


def test_two_fixes_of_one_line_and_none_twice(tmp_path: Path) -> None:
    root = write(tmp_path, {**BASE, "hubei/shiyan/place.yaml": "name: 1\nlevel: city\ncode: 420300\n"})
    found = [f for f in check_catalogue(root, label="catalog").findings if f.fix]
    text = (root / "hubei/shiyan/place.yaml").read_text("utf-8")
    assert mended_text(text, [*found, *found]) == 'name: "1"\nlevel: city\ncode: "420300"\n'


def test_old_mac_line_ends_are_line_ends(tmp_path: Path) -> None:
    place = "name: 十堰市\rlevel: city\rcode: 420300\rcode_system: 统计用区划代码（2023年）\r"
    new = mended(tmp_path, {"hubei/shiyan/place.yaml": place})
    assert new["hubei/shiyan/place.yaml"] == place.replace("420300", '"420300"').replace("\r", "\n")
