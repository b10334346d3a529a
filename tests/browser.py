"""A real browser for tests: the system's Chromium, with the wheel's fonts and no other host within reach."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pylopdf_fonts_zh_cn
from playwright.sync_api import Browser, sync_playwright

from generator.doctor import browser

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{folder}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>"""
_ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@contextmanager
def launched() -> Iterator[Browser]:
    """Start Chromium with the fonts of the wheel alone, so that pictures are the same on every machine."""
    path = browser()
    assert path is not None, "no browser: make test installs one"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        config = Path(folder) / "fonts.conf"
        config.write_text(
            _FONTS.format(folder=Path(str(pylopdf_fonts_zh_cn.__file__)).parent, cache=folder), "utf-8"
        )
        environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
        started = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS), env=environment)
        try:
            yield started
        finally:
            started.close()
