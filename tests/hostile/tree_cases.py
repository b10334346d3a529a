"""Cases of ids, names of files and references, and of the file system itself."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.case import BASE_ITEM, ITEM, Case, cases
from tests.small import change

_IDS = [
    "../../../etc/cron.d/x", "/etc/passwd", "a.", ".a", "a b", " a", "-a", "a-", "a--b", "A", "a_b", "a/b", "a\\\\b", "a:b", "рlist", "ｌ", "１", "l１",
    "l\\n", "a\u0301", "%2e%2e", "$(id)", "a;b", "con.yaml",
]  # fmt: skip
_IDENTIFIERS = BASE_ITEM.replace("id: list", 'id: "{}"')  # the id stands at 4:9
_FILES = [
    *(f"national/certificates/{name}.yaml" for name in (
        "con", "aux", "nul", "com1", "lpt9", "com0", "a" * 41, "a" * 240, "A", "a_b", "a b", "-a", "a.b", "--help", "ａ", "а", "café", "a%2fb", "a'b", "$(id)", "a;b",
    )),
    "national/certificates/a.yml", "national/certificates/a.YAML", "national/certificates/a.json", "national/certificates/.a.yaml",
    "national/certificates/a", "national/certificates/a.yaml.yaml", "national/certificates/Thumbs.db", "national/certificates/~$a.yaml",
    "national/other/a.yaml", "national/a.yaml", "a.yaml", "hubei/certificates/sub/a.yaml",
]  # fmt: skip


def _names() -> Iterator[Case]:
    for file in _FILES:
        yield Case(f"file name: {file[:60]}", {file: BASE_ITEM}, ("1:1 X104",), file)
    for folder in ("assets", "search", "docs", "hu bei", "con"):
        # The folder is told once, and nothing below it is read.
        yield Case(f"folder: {folder}", {f"{folder}/place.yaml": "nonsense"}, (f"{folder}:1:1 X104",))
    yield Case("folder: of a tool", {".github/workflows/a.yaml": "nonsense"})
    yield Case("folder: of another case", {"Hubei/place.yaml": "x"}, ("Hubei:1:1 X104", "hubei:1:1 X106"))
    yield Case("folder: deep", {f"{'a/' * 60}place.yaml": "x"}, ("a/a/a/a/a/a/a/a/a:1:1 X104",))
    yield Case("folder: two files that differ by case", {"national/certificates/It.yaml": BASE_ITEM, ITEM: BASE_ITEM},
               ("national/certificates/It.yaml:1:1 X104", "1:1 X106"))  # fmt: skip


def _references() -> Iterator[Case]:
    adjustment = "hubei/certificates/it.yaml"
    yield Case(
        "reference: adjusts nothing",
        {adjustment: change("source: local\nset: {name: x}")},
        ("1:10 I101",),
        adjustment,
    )
    unknown = BASE_ITEM.replace("source: notice", "source: nix", 1)
    yield Case("reference: no such document", {ITEM: unknown}, ("2:9 X101",))
    yield Case("reference: no such basis", {ITEM: BASE_ITEM.replace("[list]", "[lost]")}, ("10:13 X108",))
    for source in ("../../etc/passwd", "/etc/passwd", "https://e.example/x", "a//b", "a/", "national/../x"):
        wrong = BASE_ITEM.replace("source: notice", f'source: "{source}"', 1)
        yield Case(f"reference: {source}", {ITEM: wrong}, ("2:9 S105",))


def tree_cases() -> Iterator[Case]:
    """Yield every case of ids, file names and references."""
    told = [
        (
            text,
            text,
            "4:9 S105" + (", 4:9 U113" if "\u0301" in text else ", 4:10 U112" if text == "рlist" else ""),
        )
        for text in _IDS
    ]
    yield from cases("id", ITEM, told, _IDENTIFIERS)
    yield from cases("id", ITEM, [("long", "a" * 300, "4:9 S106")], _IDENTIFIERS)
    yield from cases("id", ITEM, [("long and wrong", "A" * 300, "4:9 S105, 4:9 S106")], _IDENTIFIERS)
    yield from _names()
    yield from _references()


Build = Callable[[Path], None]


def _fifo(folder: Path) -> None:
    os.mkfifo(folder / "a.yaml")


def _socket(folder: Path) -> None:
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("a.yaml")
    os.chdir(here)


def _sparse(folder: Path) -> None:
    with (folder / "a.yaml").open("wb") as stream:
        stream.truncate(5 * 1024**3)


def _unreadable(folder: Path) -> None:
    (folder / "a.yaml").write_text("name: x\n")
    (folder / "a.yaml").chmod(0)


def _unreadable_folder(folder: Path) -> None:
    (folder / "certificates").mkdir()
    (folder / "certificates").chmod(0)


def _deep(folder: Path) -> None:
    here = os.open(".", os.O_RDONLY)
    os.chdir(folder)
    for _ in range(1500):
        os.mkdir("a")
        os.chdir("a")
    os.fchdir(here)
    os.close(here)


def _collision(folder: Path) -> None:
    for name in ("cafe\u0301.yaml", "caf\u00e9.yaml"):
        (folder / name).write_text("x")


def _odd_names(folder: Path) -> None:
    for name in (b"a\nb.yaml", "\u202elmay.yaml".encode(), b"\xff\xfe.yaml", b"\x1b[31m.yaml"):
        (Path(os.fsdecode(os.path.join(os.fsencode(folder), name)))).write_text("x")


def _link(target: str) -> Build:
    return lambda folder: (folder / "a.yaml").symlink_to(target)


# What is put into hubei/, and the findings below it; "" where the check runs as nobody, who may not read.
FILE_SYSTEM: dict[str, tuple[Build, tuple[str, ...]]] = {
    "a link out": (_link("/etc/passwd"), ("a.yaml:1:1 X105",)),
    "a link up": (_link("../../../../etc/passwd"), ("a.yaml:1:1 X105",)),
    "a link to itself": (_link("a.yaml"), ("a.yaml:1:1 X105",)),
    "a link to the folder": (_link("."), ("a.yaml:1:1 X105",)),
    "a link to nothing": (_link("nothing"), ("a.yaml:1:1 X105",)),
    "a link to a good file": (_link("place.yaml"), ("a.yaml:1:1 X105",)),
    "a pipe": (_fifo, ("a.yaml:1:1 X105",)),
    "a socket": (_socket, ("a.yaml:1:1 X105",)),
    "a folder called a.yaml": (lambda folder: (folder / "a.yaml").mkdir(), ("a.yaml:1:1 X104",)),
    "five gigabytes": (_sparse, ("a.yaml:1:1 Y102",)),
    "no right to read": (_unreadable, ("a.yaml:1:1 X107",)),
    "no right to list": (_unreadable_folder, ("certificates:1:1 X107",)),
    "1,500 folders deep": (_deep, ("a/a/a/a/a/a/a/a:1:1 X104",)),
    "two forms of one letter": (_collision, ("cafe\u0301.yaml:1:1 X104", "caf\u00e9.yaml:1:1 X104", "caf\u00e9.yaml:1:1 X106")),
    "names that cannot be printed": (_odd_names, (
        "\\u001b[31m.yaml:1:1 X104", "\\u202elmay.yaml:1:1 X104", "\\udcff\\udcfe.yaml:1:1 X104", "a\\u000ab.yaml:1:1 X104",
    )),
}  # fmt: skip
