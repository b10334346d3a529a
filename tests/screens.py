"""Draw the pictures of a terminal and of an editor that the guides show (`make pictures`).

Both stand in xterm at 80 columns, on a display of its own (Xvfb), from which ImageMagick takes them: `qingdan check` of
a faulty copy of the catalogue; and Neovim with the real yaml-language-server in a file somebody is writing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generator.editor import FOLDER, editor_schemas
from tests.editor.server import ROOT, SERVER
from tests.rules.edits import real

PICTURES = ROOT / "docs" / "guides" / "pictures"
_COLOURS = {1: "#b3261e", 2: "#1a7f37", 3: "#8a5a00", 6: "#0b6e8f"}
_XTERM = (
    "xterm", "-fa", "DejaVu Sans Mono", "-fd", "Noto Sans Mono CJK SC", "-fs", "11", "-bg", "#ffffff", "-fg", "#1f2328",
    "-xrm", "xterm*scrollBar: false", "-xrm", "xterm*internalBorder: 10", "-xrm", "xterm*locale: true",
    "-xrm", "xterm*cursorBlink: false",
    *(part for number, colour in _COLOURS.items()
      for part in ("-xrm", f"xterm*color{number}: {colour}", "-xrm", f"xterm*color{number + 8}: {colour}")),
)  # fmt: skip
# What somebody mistyped: file, what stands there, what they wrote.
_FAULTS = (
    ("hubei/certificates/lost-receipt.yaml", "aliases: [", "alias: ["),
    ("hubei/certificates/school-transfer.yaml", "verdict: must_not", "verdict: mustnot"),
    ("hubei/jingmen/place.yaml", 'code: "420800"', "code: 420800"),
    ("hubei/provisions/local-proof-lists.yaml", "topic: admission", "topic：admission"),
)
# What somebody writes: a key that is none, then a verdict, and what there is to choose from.
_WRITTEN, _KEYS = (
    "catalog/hubei/certificates/school-transfer.yaml",
    r"ggoalias: [转学]<Esc><Cmd>call search('verdict:')<CR>f:lC ",
)


@contextmanager
def _copy() -> Iterator[Path]:
    """Give a checkout of the catalogue, with what editors read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "catalog", folder / "catalog")
        (folder / FOLDER).mkdir(parents=True)
        for file, data in editor_schemas(real()).items():
            (folder / FOLDER / file).write_bytes(data)
        yield folder


@contextmanager
def _display() -> Iterator[str]:
    """Give the name of a display with a screen of its own; the server picks a free number."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "900x900x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.kill()


def _until(done: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + 120
    while not done():
        assert time.monotonic() < until, f"{what} never came"
        time.sleep(0.2)


def _shoot(folder: Path, rows: int, command: list[str], ready: Callable[[], None], picture: Path) -> None:
    """Take a picture of a terminal that runs `command` in `folder`, once it is ready."""
    with _display() as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "QD_SETTINGS": str(ROOT / ".vscode" / "settings.json"),
            "QD_SERVER": str(SERVER),
        }
        environment.pop("NO_COLOR", None)
        shown = [*_XTERM, "-geometry", f"80x{rows}+0+0", "-e", *command]
        with subprocess.Popen(shown, cwd=folder, env=environment) as terminal:
            try:
                ready()
                time.sleep(1)  # until it is drawn
                shot = folder / "shot.png"
                taken = ["import", "-silent", "-window", "root", str(shot)]
                subprocess.run(taken, env=environment, check=True)
                trimmed = ["-bordercolor", "#000000", "-border", "1", "-trim", "+repage", "-colors", "64"]
                subprocess.run(["convert", f"{shot}[0]", *trimmed, f"PNG8:{picture}"], check=True)
            finally:
                terminal.kill()


def _terminal(picture: Path) -> None:
    with _copy() as folder:
        for file, old, new in _FAULTS:
            path = folder / "catalog" / file
            text = path.read_text("utf-8")
            assert old in text, file
            path.write_text(text.replace(old, new, 1), "utf-8")
        done = folder / "done"
        command = "qingdan check catalog/hubei"
        script = f'echo "$ {command}"; {command} 2>/dev/null; touch {done}; sleep 60'
        _shoot(folder, 28, ["bash", "-c", script], partial(_until, done.exists, picture.name), picture)


def _editor(picture: Path) -> None:
    with _copy() as folder:
        socket = folder / "socket"

        def asked(*request: str) -> str:
            command = ["nvim", "--server", str(socket), *request]
            done = subprocess.run(
                command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True
            )
            return done.stdout.strip()

        def marked() -> bool:
            return int(asked("--remote-expr", "luaeval('#vim.diagnostic.get(0)')")) > 1

        def ready() -> None:
            _until(socket.exists, "the editor")
            asked("--remote-send", _KEYS)
            _until(marked, "what is wrong")
            asked("--remote-expr", "v:lua.offer()")
            _until(lambda: asked("--remote-expr", "pumvisible()") == "1", "what there is to choose from")

        init = str(ROOT / "tests" / "editor" / "init.lua")
        _shoot(folder, 24, ["nvim", "-u", init, "--listen", str(socket), _WRITTEN], ready, picture)


def draw(folder: Path) -> None:
    """Write the pictures into `folder`."""
    _terminal(folder / "check.png")
    _editor(folder / "editor.png")


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
