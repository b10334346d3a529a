"""A build refuses a catalogue with errors; a preview shows what is missing instead (FOLD F45)."""

from datetime import date
from pathlib import Path

from generator.build import build
from tests.small import BASE, certificate, change, write

DAY = date(2024, 6, 1)
BROKEN = {
    **BASE, "national/certificates/it.yaml": certificate(),
    "hubei/certificates/it.yaml": change(
        "source: local\nset: {cases: [{id: default, verdict: may_issue}]}\n"
        "was: {cases: [{id: default, verdict: must_not}]}"
    ),
}  # fmt: skip


def test_f45_a_build_refuses_and_a_preview_says_what_is_missing(tmp_path: Path) -> None:
    catalog = write(tmp_path / "catalog", BROKEN)
    refused = build(catalog, tmp_path / "site", DAY, None)
    assert not refused.done
    assert [f.code for f in refused.findings] == ["C201"]
    assert not (tmp_path / "site").exists()
    shown = build(catalog, tmp_path / "site", DAY, None, preview=True)
    assert shown.done
    page = (tmp_path / "site/hubei/certificates/it/index.html").read_text("utf-8")
    assert "暂缺" in page and "不能开" in page
    assert (
        "certificates/it" in (tmp_path / "site/hubei/index.html").read_text("utf-8").split('id="missing"')[1]
    )
    assert "暂缺" not in (tmp_path / "site/national/certificates/it/index.html").read_text("utf-8")
