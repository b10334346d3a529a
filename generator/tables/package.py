"""The parts of a workbook (OPC package, ISO/IEC 29500-2), after every check that needs no parsing."""

import io
import re
import struct
import zipfile
import zlib
from posixpath import normpath

from generator.codes import finding
from generator.findings import Finding, Position
from generator.tables.table import MAX_PARTS, MAX_UNPACKED, UnreadableError

# Parts that run, fetch or hold other files; none is needed to hold a list.
_ACTIVE = re.compile(
    r"vbaproject|vbadata|activex|macrosheets|dialogsheets|externallinks|embeddings|customui"
    r"|connections\.xml|querytables|webextensions|\.bin$|\.exe$|\.dll$",
    re.I,
)
_HARMLESS_BIN = re.compile(r"printersettings/[^/]+\.bin$", re.I)
_ODD_NAME = re.compile(r"(^|/)\.\.?(/|$)|^/|\\|:|[\x00-\x1f\x7f]")


class Package:
    """A workbook's parts by name. Nothing is written to disk, and no part is unpacked before it is asked for."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (
            zipfile.BadZipFile, struct.error, ValueError, OverflowError, NotImplementedError, OSError, EOFError,
        ):  # fmt: skip
            raise self.damaged("压缩包不完整", "the archive is not whole") from None
        self._check(entries)
        self.parts = {entry.filename: entry for entry in entries}

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        size = sum(entry.file_size for entry in entries)
        if len(entries) > MAX_PARTS or size > MAX_UNPACKED:
            raise UnreadableError(finding("W104", Position(self.file), limit=MAX_UNPACKED // 1024 // 1024))
        names = {entry.orig_filename.casefold() for entry in entries}
        if len(names) < len(entries):
            raise self.damaged("压缩包里有同名的部分", "two parts of one name")
        for entry in entries:
            if _ODD_NAME.search(entry.orig_filename) or entry.filename != entry.orig_filename:
                raise self.damaged("压缩包里有不该有的路径", "a part with a path that leads outside")
            if entry.flag_bits & 1:
                raise UnreadableError(finding("W103", Position(self.file)))
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise self.damaged("压缩方法不是表格软件用的", "an unusual compression")
            if _ACTIVE.search(entry.filename) and not _HARMLESS_BIN.search(entry.filename):
                raise UnreadableError(finding("W105", Position(self.file), part=entry.filename))

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; a missing or broken part stops the reading."""
        if name not in self.parts:
            raise self.damaged(f"缺少 {name}", f"{name} is missing")
        try:
            with self._zip.open(self.parts[name]) as stream:
                return stream.read(MAX_UNPACKED + 1)[: MAX_UNPACKED + 1]
        except (
            zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError,
        ):  # fmt: skip
            raise self.damaged(f"{name} 解不开", f"{name} cannot be unpacked") from None

    def damaged(self, problem: str, problem_en: str, at: Position | None = None) -> UnreadableError:
        """Return the error that says what is wrong with the file."""
        return UnreadableError(
            finding("W102", at or Position(self.file), problem=problem, problem_en=problem_en)
        )


def target(base: str, relative: str) -> str:
    """Return the name of the part that a relationship of `base` points to."""
    if relative.startswith("/"):
        return normpath(relative[1:])
    return normpath(f"{base.rpartition('/')[0]}/{relative}").removeprefix("/")


def not_a_workbook(data: bytes, file: str) -> Finding:
    """Return what a file that is no workbook seems to be, by its first bytes."""
    at = Position(file)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return finding("W103", at)
        old = any(name.encode("utf-16-le") in data for name in ("Workbook", "Book"))
        return finding(
            "W106", at, maybe="" if old else "，或者加了密码", maybe_en="" if old else ", or locked"
        )
    return finding("W107", at)
