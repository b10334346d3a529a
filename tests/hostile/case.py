"""One hostile case: the files put into a small catalogue, and every finding they must end in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.small import NOTICE, certificate

ITEM = "national/certificates/it.yaml"
SOURCE = "national/sources/notice.yaml"
BASE_ITEM = certificate()


@dataclass(frozen=True)
class Case:
    """`findings` are all that is said, as "line:column CODE" of `file`, or "file:line:column CODE" of others."""

    name: str
    files: dict[str, str | bytes]
    findings: tuple[str, ...] = ()
    file: str = field(default=ITEM)


def cases(
    family: str, file: str, rows: Iterable[tuple[str, str | bytes, str]], template: str = "{}"
) -> Iterator[Case]:
    """Yield a case a row: name, what stands in the template, and the findings, comma-separated."""
    for name, text, findings in rows:
        content = text if isinstance(text, bytes) else template.replace("{}", text, 1)
        files: dict[str, str | bytes] = {file: content} if file == ITEM else {ITEM: BASE_ITEM, file: content}
        yield Case(f"{family}: {name}", files, tuple(f for f in findings.split(", ") if f), file)


NAMED = BASE_ITEM.replace("name: 某证明", "name: {}")  # the name stands at 1:7
NOTED = BASE_ITEM + "notes:\n  - {}\n"  # the note stands at 12:5
DATED = NOTICE + "in_force: {}\n"  # the date stands at 7:11
LINKED = (
    NOTICE.replace("copy: reprint\nreprinted_by: 某站\n", "copy: primary\n") + "url: {}\n"
)  # the link at 6:6
