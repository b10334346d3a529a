"""The engine's shell: no scripts, no other host, links for its depth, slots that escape."""

import re
from pathlib import Path

from markupsafe import Markup

from generator.site.shell_text import POLICY, SLOTS, clean
from generator.site.shells import DEPTHS, NAVIGATION, Shells, build_shells, fill

# The site's own scripts, the same on every page: none of the theme's, none written into a page.
OWN = ["assets/mode.js", "assets/reach.js"]


def scripts(page: str, up: str) -> list[str]:
    found = re.findall(r'<script src="([^"]+)"[^>]*></script>', page)
    assert page.count("<script") == len(found)
    assert all(source.startswith(up) for source in found)
    return [source.removeprefix(up) for source in found]


def test_each_depth_has_a_shell_without_the_themes_scripts_or_traces(shells: Shells) -> None:
    assert set(shells.pages) == set(DEPTHS)
    for depth, text in shells.pages.items():
        assert scripts(text, "../" * depth) == OWN
        assert not re.search("generator|data-md-|md-toggle|md-dialog", text)
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text)
        assert f'content="{POLICY}"' in text
        assert {"@@qingdan-title@@", "@@qingdan-content@@"} <= set(SLOTS.findall(text))


def test_links_of_a_shell_lead_to_the_root(shells: Shells) -> None:
    for depth, text in shells.pages.items():
        for _, path in NAVIGATION:
            assert f'href="{"../" * depth}{path}"' in text
        assert f'href="{"../" * depth}assets/qingdan.css"' in text


def test_filling_escapes_and_does_not_fill_twice() -> None:
    shell = "<title>@@qingdan-title@@</title>@@qingdan-content@@@@qingdan-scripts@@"
    page = fill(
        shell,
        title='"><script>@@qingdan-content@@',
        description="",
        head=Markup(""),
        content=Markup("<p>x"),
        scripts=Markup("<s>"),
    )
    assert page == "<title>&quot;&gt;&lt;script&gt;@@qingdan-content@@</title><p>x<s>"


def test_nothing_of_the_themes_script_bundle_is_published(shells: Shells) -> None:
    assert [path for path in shells.assets if not path.endswith(".css")] == []
    for path, page in shells.docs_pages.items():
        if path.endswith(".html"):
            assert scripts(page.decode(), "../" * path.count("/")) == OWN


def test_prose_pages_keep_their_links_and_lose_the_themes_scripts(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.md").write_text("# 甲\n\n[乙](b.md#说明)\n\n| x |\n|--:|\n| 1 |\n", encoding="utf-8")
    (docs / "b.md").write_text("# 乙\n\n## 说明\n", encoding="utf-8")
    shells = build_shells(docs=docs)
    assert set(shells.docs_pages) == {"docs/index.html", "docs/a/index.html", "docs/b/index.html"}
    page = shells.docs_pages["docs/a/index.html"].decode()
    assert 'href="../b/index.html#说明"' in page
    assert 'id="说明"' in shells.docs_pages["docs/b/index.html"].decode()
    assert " style=" not in page
    assert 'href="a/index.html"' in shells.docs_pages["docs/index.html"].decode()


def test_two_runs_give_the_same_bytes(shells: Shells) -> None:
    assert build_shells() == shells


def test_cleaning_takes_out_scripts_comments_and_styles() -> None:
    html = (
        '<meta charset="utf-8"><!-- built now --><script src="x">1</script><script>2</script>'
        '<script src="../assets/javascripts/bundle.min.js"></script><td style="text-align: right;">1'
    )
    assert clean(html).endswith("<td>1")
    assert not re.search("built now|script", clean(html))


def test_cells_of_prose_name_their_columns() -> None:
    table = (
        '<table>\n<thead>\n<tr>\n<th>字段 <code>"a"</code></th>\n<th style="text-align: right;">说明 &amp; 例</th>\n'
        '</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td style="text-align: right;">2</td>\n</tr>\n</tbody>\n</table>'
    )
    page = clean(f"{table}<td>{table}")
    assert (
        page.count('<td data-label="字段 &quot;a&quot;">1</td>\n<td data-label="说明 &amp; 例">2</td>') == 2
    )
    assert page.count("<td>") == 1
