"""Run every command over hostile catalogues: `python -m tests.hostile.commands` prints one JSON line a call.

The commands, their options and their formats are found in the command line itself, so that a new one is never left
out: one that needs arguments of its own and has none in `ARGUMENTS` fails the test. Each call runs in a fork with
limits.
"""

import hashlib
import http.server
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
from click.testing import CliRunner

from generator.authoring.flags import flags_of
from generator.authoring.outline import Field, outline_of
from generator.cache import VARIABLE
from generator.cli import cli
from generator.commands.new import KINDS
from tests.hostile.bounded import remove, run
from tests.hostile.case import ITEM, SOURCE
from tests.hostile.tree_cases import FILE_SYSTEM, tree_cases
from tests.hostile.yaml_cases import yaml_cases
from tests.small import BASE, certificate, change, write

DAY = "2026-11-24"
HOSTILE = "甲\x1b[31m\u202e<img src=x>\n::error::x\udcff"  # an argument as a shell may hand it over
SECONDS = 60  # of work for one call: a site is built
SIGN = "name: 某牌\nsource: notice\nkind: plaque\nposition: outside\nbasis:\n  - {id: list, source: notice}\n"
_GOOD = {**BASE, ITEM: certificate(), "national/signs/it.yaml": SIGN}
_BIG = 20_000  # bytes; larger cases are those of limits, which `bounded` runs one by one
_SLOW = ("five gigabytes", "1,500 folders deep")  # nothing that git can be given

# What a command is called with; its --catalog, --on and formats are added where it has them.
ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "check": (("{catalog}", "--notes"), ("{catalog}/hubei", "--ignore", "U"), ("{catalog}", "--fix"), (HOSTILE,)),
    "build": (("--out", "{out}/site"), ("--out", "{out}/site", "--no-cache")),
    "serve": (("--preview", "--port", "0"), ("--out", "{catalog}", "--port", "0")),
    "explain": (("hubei", "certificates/it"), ("national", "certificates/it", "name"), (HOSTILE, HOSTILE, HOSTILE)),
    "resolve": (("national",), ("hubei/shiyan",), (HOSTILE,)),
    "difference": (("national", "hubei"), ("hubei", "--to", "2020-01-01"), (HOSTILE, HOSTILE)),
    "diff": (("HEAD~1..HEAD",), ("HEAD~1..",), (HOSTILE,), ("--", "--output=x..HEAD")),
    "owners": ((), ("HEAD~1..HEAD",), (HOSTILE,)),
    "count": ((),),
    "rule": ((), ("U111",), (HOSTILE,)),
    "table": (("{catalog}/national/place.yaml",), ("{table}", "--columns", HOSTILE, "--sheet", HOSTILE)),
    "print sign": (("signs/it", "--out", "{out}/print"), (HOSTILE, "--place", HOSTILE, "--set", HOSTILE, "--out", "{out}/print")),
    "migrate": (("{catalog}",), ("{catalog}", "--dry-run")),
    "editor": ((),),
    "doctor": ((),),
    "new change": (
        ("hubei", "certificates/it", "name", "--set", "另名", "--source", "local", "--on", "2021-01-01"),
        ("hubei", "certificates/it", "--withdraw"), ("hubei", "certificates/it", "name", "--set", HOSTILE), (HOSTILE, HOSTILE),
    ),
    "new list": (("hubei", "--from-table", "{table}", "--kind", "certificates"),),
}  # fmt: skip


def leaves(command: click.Command = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Yield each command that does something, with what is typed to reach it."""
    if not isinstance(command, click.Group):
        yield " ".join(path), command
        return
    for name, below in command.commands.items():
        yield from leaves(below, (*path, name))


def _of_a_kind(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the calls of `new KIND`: nothing told, names that are none, what must be told with its texts good or hostile."""
    yield ("hubei",)
    yield (HOSTILE, HOSTILE)
    flags = [flag for flag in flags_of(outline_of(KINDS[name])) if flag.needed]
    for text in ("甲", HOSTILE):
        told = [part for flag in flags for part in (f"--{flag.name}", _fit(flag.field, text))]
        yield ("hubei", "it2", *told)


def _fit(field: Field, text: str) -> str:
    """Return what a field takes, or `text` where it takes any: so that what is refused is the text."""
    if field.words:
        return next(iter(field.words))
    if field.dated or field.refers == "source":
        return "2021-01-01" if field.dated else "national/notice"
    return {"yes_or_no": "是", "number": "1"}.get(field.shape, text)


def calls(name: str, command: click.Command, tree: str) -> Iterator[tuple[str, ...]]:
    """Yield the calls of a command over a tree: hostile arguments over the good one, every format over `LOUD` ones."""
    options = {p.opts[0]: p for p in command.params if isinstance(p, click.Option)}
    form = options.get("--format")
    forms = form.type.choices if tree in LOUD and form and isinstance(form.type, click.Choice) else ("",)
    own = ARGUMENTS.get(name, ())
    if (kind := name.removeprefix("new ")) in KINDS and kind != name:
        own = (*own, *_of_a_kind(kind))
    if tree != "good":
        own = tuple(told for told in own if HOSTILE not in told)[: None if tree in LOUD else 1]
    for arguments in own:
        common = [part for flag, value in (("--catalog", "{catalog}"), ("--on", DAY)) for part in (flag, value)
                  if flag in options and flag not in arguments]  # fmt: skip
        for chosen in forms:
            yield (*name.split(), *common, *(("--format", chosen) if chosen else ()), *arguments)


Work = Callable[[], list[str]]
Tree = Callable[[Path], None]


def _every_case(root: Path) -> None:
    """Write the files of all cases side by side."""
    for n, case in enumerate((*yaml_cases(), *tree_cases())):
        for name, text in case.files.items():
            if len(text) < _BIG:
                numbered = name.replace(".yaml", f"-{n}.yaml") if name in (ITEM, SOURCE) else name
                write(root, {numbered: text})


def _file_system(root: Path) -> None:
    for n, (name, (build, _)) in enumerate(FILE_SYSTEM.items()):
        if name not in _SLOW:
            (root / "hubei" / f"c{n}").mkdir()
            build(root / "hubei" / f"c{n}")
    (root / "hubei" / "certificates").symlink_to(root / "national" / "certificates")
    (root / "national" / "sources" / "notice.yaml").chmod(0)


def _with(files: dict[str, str | bytes]) -> Tree:
    return lambda root: write(root, files) and None


def _without(*names: str) -> Tree:
    def build(root: Path) -> None:
        for name in names:
            remove(root / name)

    return build


def _a_file(root: Path) -> None:
    remove(root)
    root.write_bytes(b"\x1b[31m\xff<b>")


def _a_link(root: Path) -> None:
    root.rename(root.with_name("elsewhere"))
    root.symlink_to("elsewhere")


_PLACES = (
    "", "name: 湖北省\n", "- a\n", "name: {a: [\n", "\0", "name: [甲]\nlevel: {}\ncode: 1\n", "level: province\nname: <script>\n",
    "name: 湖北省\nlevel: nation\nformat: 9\n", "name: 湖北省\nlevel: province\nparent: ../..\ncode: 42\nmaintainers: 甲\n",
)  # fmt: skip
_REDIRECTS = (
    "redirects: 1\n", "redirects:\n  - 1\n  - {from: ../x, to: //e.example}\n  - {from: a, to: a}\n", "a: 1\n", "\xff", "[[[[",
    "redirects:\n  - {from: certificates/a, to: certificates/b, on: 2024-02-30}\n  - {from: certificates/b, to: certificates/a}\n",
)  # fmt: skip


def _places(root: Path) -> None:
    """Write a province for each broken place.yaml and each broken redirects.yaml."""
    for n, text in enumerate(_PLACES):
        write(
            root,
            {f"p{n}/place.yaml": text, f"p{n}/certificates/it.yaml": change("source: x\nset: {name: y}")},
        )
    for n, redirects in enumerate(_REDIRECTS):
        write(root, {f"r{n}/place.yaml": BASE["hubei/place.yaml"], f"r{n}/redirects.yaml": redirects})


LOUD = ("every case", "broken places")  # trees of which every format has much to say
TREES: dict[str, Tree] = {
    "good": _with({}),
    "every case": _every_case,
    "broken places": _places,
    "the file system": _file_system,
    "an empty nation": _with({"national/place.yaml": ""}),
    "a nation that is a province": _with({"national/place.yaml": BASE["hubei/place.yaml"]}),
    "no place.yaml": _without("hubei/place.yaml"),
    "no national": _without("national"),
    "nothing": _without("national", "hubei"),
    "a file": _a_file,
    "a link": _a_link,
}


def _git(folder: Path, *arguments: str) -> None:
    named = ("-c", "user.name=a", "-c", "user.email=a@e.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *named, *arguments], cwd=folder, capture_output=True, check=False)


def made(folder: Path, build: Tree) -> Path:
    """Return the folder of a repository whose last commit turns a good catalogue into a hostile one."""
    remove(folder)
    root = write(folder / "catalog", _GOOD)
    _git(folder, "init", "-q")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "good")
    build(root)
    _git(folder, "add", "-A", "--ignore-errors")
    _git(folder, "commit", "-qm", "hostile", "--allow-empty")
    (folder / "t.csv").write_text("名称,依据\n=1+1,<b>\n甲\u202e,乙\n", "utf-8")
    (folder / "out").mkdir()
    return folder


def state(folder: Path) -> dict[str, str]:
    """Return a hash of every file below a folder, but git's."""
    found = {}
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - {".git"})
        for name in files:
            path = Path(base, name)
            data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            found[path.relative_to(folder).as_posix()] = hashlib.sha256(data).hexdigest()
    return found


def _called(arguments: list[str], folder: Path) -> Work:
    def work() -> list[str]:
        os.chdir(folder)
        http.server.ThreadingHTTPServer.serve_forever = lambda *_: None  # type: ignore[method-assign]
        result = CliRunner().invoke(cli, arguments)
        fault = result.exception
        odd = "" if fault is None or isinstance(fault, SystemExit) else f"{type(fault).__name__}: {fault}"
        return [str(result.exit_code), odd, result.stdout, result.stderr]

    return work


def results(folder: Path, trees: Mapping[str, Tree]) -> Iterator[dict[str, object]]:
    """Yield what every call over every tree said, how it ended, and the files it made, changed or took away."""
    os.environ[VARIABLE] = str(folder / "cache")
    for tree, build in trees.items():
        place = made(folder / "work", build)
        before = state(place)
        for name, command in leaves():
            for call in calls(name, command, tree):
                arguments = [_filled(part) for part in call]
                result = run(_called(arguments, place), SECONDS)
                after = state(place)
                changed = sorted(k for k in before.keys() | after.keys() if before.get(k) != after.get(k))
                yield {"tree": tree, "command": name, "call": arguments, "changed": changed, **result}
                if changed:
                    made(place, build)
        remove(place)


def _filled(part: str) -> str:
    for mark, value in (("{catalog}", "catalog"), ("{out}", "out"), ("{table}", "t.csv")):
        part = part.replace(mark, value)
    return part


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        wanted = {name: TREES[name] for name in sys.argv[1:] or TREES}
        for one in results(Path(temporary), wanted):
            sys.stdout.write(json.dumps(one) + "\n")
        remove(Path(temporary))
