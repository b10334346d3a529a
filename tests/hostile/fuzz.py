"""Put mutants through the whole check: `python -m tests.hostile.fuzz COUNT [SEED]`, or `make fuzz`.

Each mutant takes its file's place in a small catalogue of real files; reader, schema, rules and the fold see it. None
may raise, and each finding must stand at a place that is in the file. A quarter as many spreadsheets go through their
reader. What fails is written to the folder fuzz/ with its seed; the shares are printed at the end.
"""

import csv
import io
import json
import resource
import sys
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from xml.etree import ElementTree

from generator.catalogue.validate import validate
from generator.check import check_documents
from generator.codes import CODES
from generator.findings import Finding, Severity
from generator.mend import mended_text
from generator.reading import Document, read_yaml
from generator.reading.plain_yaml import read_plain
from generator.reading.text import decode
from generator.reading.yaml_reader import read_strictly
from generator.report import FORMATS
from generator.resolve import resolve_tree
from generator.tables.read import read_table
from tests.hostile.mutate import Target, mutant, targets
from tests.hostile.table_cases import COLUMNS
from tests.hostile.workbooks import packed, parts_of, rows_of, sheet, styles


class FaultError(AssertionError):
    """A finding that is not as findings must be."""


def try_file(target: Target, data: bytes, random: Random) -> frozenset[str]:
    """Check a mutant in its place; return how far it came ("yaml", "schema", "clean") and the codes it met."""
    read = read_yaml(data, f"catalog/{target.name}")
    if random.random() < 0.3:
        same_by_both(data)
    documents, unread = list(target.around), [read] if isinstance(read, Finding) else []
    reached = set()
    if isinstance(read, Document):
        reached.add("yaml")
        documents.append(read)
        if not any(f.severity is Severity.ERROR for f in validate(read, target.kind)):
            reached.add("schema")
    checked = check_documents(documents, unread, "catalog")
    mine = [f for f in checked.findings if f.position.file == f"catalog/{target.name}"]
    inspect(checked.findings)
    within(mine, data)
    if not any(f.severity is Severity.ERROR for f in mine):
        reached.add("clean")
    if random.random() < 0.1:
        resolve_tree(checked.catalogue, date(2026, 11, 24))
    if random.random() < 0.02:
        report(checked.findings)
    fixes = [f for f in mine if f.fix is not None and f.position.end_line]
    if fixes:
        mended_text(data.decode("utf-8"), fixes)
    return frozenset({*reached, *(f.code for f in checked.findings)})


def same_by_both(data: bytes) -> None:
    """Raise where the fast reader gives another document than the strict one."""
    text = decode(data, "f")
    plain = read_plain(text, "f") if isinstance(text, str) else None
    if plain is not None and plain != read_strictly(str(text), "f"):
        raise FaultError("the two readers differ")


def inspect(findings: Iterable[Finding]) -> None:
    """Raise where a finding lacks its place, a known code or a sentence, or could move a terminal's cursor."""
    for found in findings:
        at = found.position
        texts = (found.message.zh, found.message.en, found.cure.zh, found.cure.en)
        if not at.file or at.line < 1 or at.column < 1 or found.code not in CODES or not all(texts):
            raise FaultError(f"{at} {found.code} {texts}")
        if any(not text.isprintable() for text in (*texts, str(at))):
            raise FaultError(f"{at} {found.code} holds what cannot be printed")


def within(findings: Iterable[Finding], data: bytes) -> None:
    """Raise where a place is outside the file, or ends before it begins."""
    text = (
        data.removeprefix(b"\xef\xbb\xbf")
        .decode("utf-8", errors="replace")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
    )
    lines = text.split("\n")
    for found in findings:
        at = found.position
        if at.line > len(lines) or at.column > len(lines[at.line - 1]) + 1:
            raise FaultError(f"{at} {found.code} is not in the file")
        if at.end_line and (at.end_line, at.end_column) < (at.line, at.column):
            raise FaultError(f"{at} {found.code} ends before it begins")


def report(findings: tuple[Finding, ...]) -> None:
    """Raise where a report of the findings cannot be read back."""
    said = {name: write(findings, "zh") for name, write in FORMATS.items()}
    json.loads(said["json"])
    json.loads(said["sarif"])
    ElementTree.fromstring(said["junit"])
    if len(said["github"].splitlines()) != len(findings):
        raise FaultError("an annotation on two lines")


def table_mutant(random: Random) -> tuple[str, bytes]:
    """Return the name and bytes of a damaged spreadsheet."""
    if random.random() < 0.4:
        text = '名称,依据\n甲证明,第三条\n"乙,证""明","两\n行"\n代码,0012\n'
        for _ in range(random.choice((0, 1, 1, 2, 5))):
            at = random.randrange(len(text) + 1)
            text = (
                text[:at]
                + random.choice(('"', ",", "\n", "\t", "=", "\0", "甲", "\u202e", ""))
                + text[at + random.choice((0, 1)) :]
            )
        return "t.csv", text.encode(
            random.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "gb18030")), "replace"
        )
    rows = (
        rows_of([COLUMNS, ("甲", "乙"), ("丙", "丁")])
        + '<row r="4"><c r="A4" s="1"><v>44197</v></c><c r="B4" t="b"><v>1</v></c></row>'
    )
    parts = {**parts_of({"表": sheet(rows)}), "xl/styles.xml": styles([0, 14])}
    if random.random() < 0.7:
        name = random.choice([n for n in parts if n != "[Content_Types].xml"])
        text = str(parts[name])
        for _ in range(random.choice((1, 1, 2, 4))):
            at = random.randrange(len(text))
            text = (
                text[:at]
                + random.choice(("", "<", ">", "&", '"', "9", "x", "<f/>", "<v>1</v>", "-", " ", "\u202e"))
                + text[at + random.choice((0, 1, 5, 30)) :]
            )
        parts[name] = text
    data = bytearray(packed(parts))
    if random.random() < 0.4:
        for _ in range(random.choice((1, 2, 8))):
            data[random.randrange(len(data))] = random.randrange(256)
    return "t.xlsx", bytes(data)


def try_table(folder: Path, name: str, data: bytes) -> bool:
    """Read a damaged spreadsheet; return whether it gave rows. A csv file without findings reads as by the library."""
    file = folder / name
    file.write_bytes(data)
    table = read_table(file)
    inspect(table.findings)
    commas = b"," in data.split(b"\n")[0] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if name.endswith(".csv") and commas and not table.findings:
        rows = list(
            csv.reader(io.StringIO(data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")))
        )
        filled = [[field.strip(" \t\n\u3000\xa0") for field in row] for row in rows]
        theirs = [[field for field in row if field] for row in filled if any(row)][1:]
        ours = [[cell.text for cell in row.cells.values()] for row in table.rows]
        if theirs != ours:
            raise FaultError(f"{theirs} read as {ours}")
    return bool(table.rows)


@dataclass
class Outcome:
    """What became of the mutants so far."""

    count: int = 0
    tables: int = 0
    reached: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        """Return the share of mutants that reached something."""
        return self.reached[name] / max(1, self.count)

    def __str__(self) -> str:
        met = sum(code in CODES for code in self.reached)
        return (
            f"{self.count} mutants: {self.share('yaml'):.1%} pass YAML, {self.share('schema'):.1%} pass the schema, "
            f"{self.share('clean'):.1%} have no error; {met} codes met; {self.tables} spreadsheets, "
            f"{self.reached['read'] / max(1, self.tables):.1%} gave rows; {len(self.failed)} failed"
        )


def run(count: int, seed: int, folder: Path) -> Iterator[Outcome]:
    """Try mutants from a seed; yield how far it is now and then. What fails is kept in the folder."""
    outcome = Outcome()
    for number in range(count):
        random = Random(f"{seed}-{number}")
        target = random.choice(targets())
        data = mutant(target, random)
        outcome.count += 1
        try:
            outcome.reached.update(try_file(target, data, random))
        except Exception:
            outcome.failed.append(_keep(folder, f"{seed}-{number}.yaml", data, target.name))
        if number % 4 == 0:
            name, data = table_mutant(random)
            outcome.tables += 1
            try:
                outcome.reached["read"] += try_table(folder, name, data)
            except Exception:
                outcome.failed.append(_keep(folder, f"{seed}-{number}-{name}", data, name))
        if number % 5000 == 4999 or number + 1 == count:
            yield outcome


def _keep(folder: Path, name: str, data: bytes, what: str) -> str:
    (folder / name).write_bytes(data)
    (folder / f"{name}.txt").write_text(f"{what}\n{traceback.format_exc()}", "utf-8")
    return f"{name} ({what}): {traceback.format_exc(limit=-1)}"


def main(count: int, seed: int) -> int:
    """Run the mutants, tell the shares and what it took, and return the exit status."""
    folder = Path("fuzz")
    folder.mkdir(exist_ok=True)
    failed = 0
    for outcome in run(count, seed, folder):
        used = resource.getrusage(resource.RUSAGE_SELF)
        sys.stdout.write(
            f"{outcome}; {used.ru_utime + used.ru_stime:.0f} s of work, {used.ru_maxrss // 1024} MB\n"
        )
        sys.stdout.flush()
        failed = len(outcome.failed)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
