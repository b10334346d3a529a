"""Draw the picture of a terminal that the guides show (`make pictures`).

A faulty copy of the catalogue is checked in xterm at 80 columns, on a display of its own (Xvfb); ImageMagick takes it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.editor.server import ROOT

PICTURES = ROOT / "docs" / "guides" / "pictures"
_XTERM = (
    "xterm", "-fa", "DejaVu Sans Mono", "-fd", "Noto Sans Mono CJK SC", "-fs", "11", "-bg", "#ffffff", "-fg", "#1f2328",
    "-xrm", "xterm*scrollBar: false", "-xrm", "xterm*internalBorder: 10", "-xrm", "xterm*locale: true",
    "-xrm", "xterm*cursorBlink: false",
    *(part for colour, number in zip(("#b3261e", "#1a7f37", "#8a5a00", "#0b6e8f"), (1, 2, 3, 6), strict=True)
      for part in ("-xrm", f"xterm*color{number}: {colour}", "-xrm", f"xterm*color{number + 8}: {colour}")),
)  # fmt: skip
# What somebody mistyped: file, what stands there, what they wrote.
_FAULTS = (
    ("hubei/certificates/lost-receipt.yaml", "aliases: [", "alias: ["),
    ("hubei/certificates/school-transfer.yaml", "verdict: must_not", "verdict: mustnot"),
    ("hubei/jingmen/place.yaml", 'code: "420800"', "code: 420800"),
    ("hubei/provisions/local-proof-lists.yaml", "topic: admission", "topic：admission"),
)


@contextmanager
def _copy() -> Iterator[Path]:
    """Give a checkout whose catalogue has the faults."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "catalog", folder / "catalog")
        for file, old, new in _FAULTS:
            path = folder / "catalog" / file
            text = path.read_text("utf-8")
            assert old in text, file
            path.write_text(text.replace(old, new, 1), "utf-8")
        yield folder


def _shoot(display: str, folder: Path, rows: int, script: str, picture: Path) -> None:
    """Take a picture of a terminal of 80 columns once `script` has made the file named by QD_DONE."""
    done = folder / "done"
    done.unlink(missing_ok=True)
    programs = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {
        **os.environ,
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        "PATH": programs,
        "QD_DONE": str(done),
    }
    environment.pop("NO_COLOR", None)
    command = [*_XTERM, "-geometry", f"80x{rows}+0+0", "-e", "bash", "-c", f"{script}\nsleep 60"]
    with subprocess.Popen(command, cwd=folder, env=environment) as terminal:
        try:
            until = time.monotonic() + 120
            while not done.exists():
                assert time.monotonic() < until, f"{picture.name} never came"
                time.sleep(0.2)
            time.sleep(1)  # until it is drawn
            shot = folder / "shot.png"
            subprocess.run(
                ["import", "-silent", "-window", "root", "-crop", "740x800+0+0", str(shot)],
                env=environment,
                check=True,
            )
            trimmed = [
                "-background",
                "#000000",
                "-trim",
                "+repage",
                "-bordercolor",
                "#ffffff",
                "-border",
                "10",
                "-colors",
                "64",
            ]
            subprocess.run(["convert", f"{shot}[0]", *trimmed, f"PNG8:{picture}"], check=True)
        finally:
            terminal.kill()


def draw(folder: Path) -> None:
    """Write the picture into `folder`."""
    screen = [
        "Xvfb",
        "-displayfd",
        "1",
        "-screen",
        "0",
        "900x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]  # picks a free number
    with subprocess.Popen(screen, stdout=subprocess.PIPE, text=True) as server, _copy() as place:
        try:
            assert server.stdout
            display = f":{server.stdout.readline().strip()}"
            checked = 'echo "$ qingdan check catalog/hubei"; qingdan check catalog/hubei 2>/dev/null; touch "$QD_DONE"'
            _shoot(display, place, 38, checked, folder / "check.png")
        finally:
            server.kill()


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
