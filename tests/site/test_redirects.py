"""Pages follow ids that became others: lists, reaches, references between matters, what a join keeps (FOLD F20)."""

from datetime import date
from pathlib import Path

import pytest

from generator.printing.outputs import print_site
from generator.resolve import resolve_tree
from generator.site.context import Site
from generator.site.page import Page
from generator.site.render import all_pages
from tests.small import certificate, change, checked

OLD, NEW = "certificates/old", "certificates/new"
FORM = "name: {name}\nsource: notice\nbasis: [{{id: a, source: notice}}]\n"
FILES = {
    f"national/{OLD}.yaml": certificate("must_not", name="旧证明"),
    f"national/{NEW}.yaml": certificate("must_not", name="新证明") + 'from: "2024-01-01"\nform: forms/old\n',
    "national/forms/old.yaml": FORM.format(name="旧表"), "national/forms/new.yaml": FORM.format(name="新表"),
    "national/redirects.yaml": (
        "redirects:\n"
        f'  - {{id: one, item: {OLD}, to: [{NEW}], from: "2024-01-01", source: notice}}\n'
        '  - {id: two, item: forms/old, to: [forms/new], from: "2024-01-01", source: notice}\n'
    ),
    f"hubei/{OLD}.yaml": change(
        'from: "2022-01-01"\nsource: local\nset: {asked_by: [银行], basis: [{id: own, source: local}]}\n'
        "was_absent: [asked_by, basis.own]"
    ),
    "hubei/lists/proofs.yaml": (
        "title: 省清单\nkind: certificates\nsource: local\nbodies: [village]\npolarity: excludes\ncomplete: false\n"
        f"entries: [{{id: one, as_named: 清单旧名, item: {OLD}}}]\n"
    ),
    "hubei/provisions/named.yaml": (
        "name: 点名的规定\nsource: local\ntopic: names\ntext: 某。\nbasis: [{id: a, source: local}]\n"
        f"reaches: {{items: [{OLD}]}}\n"
    ),
    "hubei/provisions/listed.yaml": (
        "name: 管清单的规定\nsource: local\ntopic: names\ntext: 某。\nbasis: [{id: a, source: local}]\n"
        "reaches: {lists: [proofs]}\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    result = checked(tmp_path_factory.mktemp("catalog"), FILES)
    assert [str(f.position) + f.message.zh for f in result.findings if f.severity == "error"] == []
    on = date(2024, 6, 1)
    site = Site(result.catalogue, resolve_tree(result.catalogue, on), on, {})
    return {page.path: page for page in all_pages(site)}


@pytest.mark.parametrize("rule", ["点名的规定", "管清单的规定"])
def test_f20_what_reached_the_old_id_reaches_the_new_one(pages: dict[str, Page], rule: str) -> None:
    assert rule in str(pages[f"hubei/{NEW}/index.html"].context["rules"])


def test_f20_a_list_that_names_the_old_id_is_told_of_the_new_one_and_leads_to_it(
    pages: dict[str, Page],
) -> None:
    assert "清单旧名" in str(pages[f"hubei/{NEW}/index.html"].context["mentions"])
    lists = pages["hubei/lists/proofs/index.html"]
    assert f"hubei/{NEW}/index.html" in str(lists.context)


def test_f20_what_the_province_said_of_the_old_id_stands_on_the_page_of_the_new_one(
    pages: dict[str, Page],
) -> None:
    page = pages[f"hubei/{NEW}/index.html"]
    assert "银行" in str(page.context) and "某省通知" in str(page.context)


def test_f20_a_form_under_its_old_id_is_shown_as_the_new_one(pages: dict[str, Page]) -> None:
    form = str(pages[f"national/{NEW}/index.html"].context["forms"])
    assert "新表" in form and "national/forms/new/index.html" in form


def test_f20_the_blank_of_a_form_under_its_old_id_is_printed_and_linked(tmp_path: Path) -> None:
    form = FORM.format(name="新表") + "medium: [paper]\nfields: [{id: who, label: 姓名, kind: text}]\n"
    proof = FILES[f"national/{NEW}.yaml"].replace(
        "    basis: [list]\n", "    act: certificate\n    basis: [list]\n"
    )
    files = {
        **FILES,
        "national/forms/new.yaml": form,
        f"national/{NEW}.yaml": proof.replace("must_not", "may_issue"),
    }
    catalogue, on = checked(tmp_path, files).catalogue, date(2024, 6, 1)
    directories = resolve_tree(catalogue, on)
    printed = print_site(catalogue, directories, on)
    site = Site(catalogue, directories, on, printed.links)
    page = {page.path: page for page in all_pages(site)}[f"national/{NEW}/index.html"]
    assert page.context["prints"] == (
        ("空白式样（PDF）", "print/national/forms/new/blank.pdf"),
        ("空白式样（图片）", "print/national/forms/new/blank.png"),
    )


def test_f20_the_page_of_the_old_id_stays_and_leads_to_the_new_one(pages: dict[str, Page]) -> None:
    gone = str(pages[f"national/{OLD}/index.html"].context["withdrawn"])
    assert "编号已改" in gone and f"national/{NEW}/index.html" in gone
