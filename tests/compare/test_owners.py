"""Who must agree to a change, and the CODEOWNERS file."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.check import check_catalogue
from generator.cli import cli
from generator.compare.owners import agreement, codeowners, maintainers
from tests.compare.repository import begin, commit
from tests.small import BASE, HUBEI, NATION, certificate, write

ROOT = Path(__file__).parents[2]
OFFICES = {
    **BASE,
    "national/place.yaml": NATION + "maintainers: [keepers@example.gov.cn]\n",
    "hubei/place.yaml": HUBEI + "maintainers: [mzt@hubei.example.gov.cn, second@hubei.example.gov.cn]\n",
    "hunan/place.yaml": "name: 湖南省\nlevel: province\n",
}


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return begin(tmp_path / "work", OFFICES)


def owners(catalog: Path, *arguments: str) -> str:
    done = CliRunner().invoke(cli, ["owners", *arguments, "--catalog", str(catalog)])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_projects_codeowners_is_current() -> None:
    catalogue = check_catalogue(ROOT / "catalog", label="catalog").catalogue
    assert (ROOT / "CODEOWNERS").read_text("utf-8") == codeowners(catalogue), "run make docs"


def test_codeowners_gives_each_place_its_own_offices_and_all_else_to_the_keepers(catalog: Path) -> None:
    assert owners(catalog).splitlines()[1:] == [
        "* keepers@example.gov.cn",
        "/catalog/hubei/ mzt@hubei.example.gov.cn second@hubei.example.gov.cn",
    ]


def test_without_any_maintainer_there_is_one_line_and_no_name(tmp_path: Path) -> None:
    assert owners(write(tmp_path / "catalog", BASE)).splitlines()[-1] == "*"


def test_one_place_alone_decides_on_its_folder_and_those_below(catalog: Path) -> None:
    commit(catalog.parent, {"hubei/shiyan/certificates/a.yaml": certificate(source="hubei/local")})
    assert owners(catalog, "HEAD~..HEAD").splitlines() == [
        "这次改动要谁同意：",
        "  十堰市（catalog/hubei/shiyan），1 个文件：mzt@hubei.example.gov.cn、second@hubei.example.gov.cn",
    ]
    assert json.loads(owners(catalog, "HEAD~..HEAD", "--format", "json"))["one_place_alone"] is True


def test_several_places_and_common_parts_are_each_told(catalog: Path) -> None:
    write(catalog.parent, {"schema/x.json": "{}", ".github/workflows/x.yml": "on: push\n", "notes.txt": "x"})
    commit(
        catalog.parent,
        {
            "hubei/sources/local.yaml": BASE["hubei/sources/local.yaml"] + "number: 某号\n",
            "hunan/certificates/a.yaml": certificate(source="national/notice"),
            "LICENSE": "x",
        },
    )
    told = owners(catalog, "HEAD~..HEAD")
    assert told.splitlines()[1:] == [
        "  湖北省（catalog/hubei），1 个文件：mzt@hubei.example.gov.cn、second@hubei.example.gov.cn",
        "  湖南省（catalog/hunan），1 个文件：keepers@example.gov.cn",
        "  其他文件，2 个文件：keepers@example.gov.cn",
        "  格式，1 个文件：keepers@example.gov.cn",
        "  流程，1 个文件：keepers@example.gov.cn",
        "动了 2 个地方的文件夹：要各地分别同意，能分开的请分成几个合并请求。",
        "动了其他文件、格式、流程：关系到所有地方，要项目维护者同意。",
    ]
    assert "- `湖北省" in owners(catalog, "HEAD~..HEAD", "--format", "markdown").replace("-   ", "- ")


def test_a_change_does_not_choose_who_agrees_to_it(catalog: Path) -> None:
    commit(
        catalog.parent,
        {
            "hubei/place.yaml": HUBEI + "maintainers: [attacker@example.org]\n",
            "hubei/suizhou/place.yaml": "name: 随州市\nlevel: city\nmaintainers: [attacker@example.org]\n",
        },
    )
    told = owners(catalog, "HEAD~..HEAD")
    assert "attacker" not in told and told.count("mzt@hubei.example.gov.cn") == 1
    assert "湖北省（catalog/hubei），2 个文件" in told


def test_what_is_deleted_moved_or_new_in_the_folder_counts(catalog: Path) -> None:
    (catalog / "hubei/sources/local.yaml").rename(catalog / "hunan/moved.yaml")
    assert "湖北省（catalog/hubei），1 个文件" in owners(catalog, "HEAD..")
    assert "湖南省（catalog/hunan），1 个文件" in owners(catalog, "HEAD..")


@pytest.mark.parametrize(
    "text", ["a b@example.cn", "#@example.cn", "@handle", "a@example.cn\n* @evil", "a@b"]
)
def test_nothing_but_a_mailbox_becomes_an_owner(text: str, tmp_path: Path) -> None:
    place = f"{HUBEI}maintainers: [{json.dumps(text)}, ok@example.gov.cn]\n"
    catalogue = check_catalogue(write(tmp_path / "catalog", {**BASE, "hubei/place.yaml": place})).catalogue
    assert "evil" not in codeowners(catalogue)
    assert maintainers(catalogue, "hubei") in ((), ("ok@example.gov.cn",))


def test_paths_outside_a_catalogue_below_another_folder_are_no_places(catalog: Path) -> None:
    catalogue = check_catalogue(catalog).catalogue
    found = agreement(["data/catalog/hubei/x/y.yaml", "catalog/hubei/x/y.yaml"], "data/catalog/", catalogue)
    assert [party.place for party in found.places] == ["hubei"]
    assert [party.name for party in found.parts] == ["其他文件"]
