"""A rule: its code, its check, and its manual, which is its module's docstring.

The manual has a fixed grammar, read here and shown by `qingdan rule CODE` and in docs/rules.md:

    CODE: one line

    What it does: …
    Why: …
    Example:
        in catalog/…/file.yaml
        - a line as it stands
        + the line as it would be wrong
    Use instead: …
    How to mend: …
    References: …

Each example is one edit of a real file of the catalogue, wrong for one reason; the tests make the edit and want this
code, at that file, and nothing else. `(end)` in place of a line to take out adds the line at the end of the file.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType

from generator.catalogue.model import Catalogue
from generator.findings import Finding

Check = Callable[[Catalogue], Iterator[Finding]]
_HEADS = ("What it does", "Why", "Example", "Use instead", "How to mend", "References")


@dataclass(frozen=True)
class Edit:
    """One edit of a file of the catalogue: the lines taken out and the lines put in their place."""

    file: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    def apply(self, text: str) -> str:
        """Return the file's text after the edit; ValueError where the old lines do not stand there once."""
        new = "\n".join(self.new)
        if self.old == ("(end)",):
            return f"{text.rstrip(chr(10))}\n{new}\n"
        old = "\n".join(self.old)
        if f"\n{text}".count(f"\n{old}\n") != 1:
            raise ValueError(f"{self.file}: {old!r} stands {text.count(old)} times")
        return f"\n{text}".replace(f"\n{old}\n", f"\n{new}\n" if new else "\n", 1)[1:]


@dataclass(frozen=True)
class Rule:
    """One policy rule, or the manual of what the fold finds by itself."""

    module: ModuleType

    @property
    def checks(self) -> bool:
        """Tell whether it checks anything itself."""
        return hasattr(self.module, "check")

    def check(self, catalogue: Catalogue) -> Iterator[Finding]:
        """Yield what is wrong with the catalogue."""
        judge: Check = self.module.check
        yield from judge(catalogue)

    @property
    def name(self) -> str:
        """Return the module's name, such as b101_no_basis."""
        return self.module.__name__.rpartition(".")[2]

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes the rule gives, as its manual's first line names them."""
        return tuple(re.findall(r"[A-Z]\d{3}", self.title.partition(":")[0]))

    @property
    def title(self) -> str:
        """Return the manual's first line."""
        return self.manual.splitlines()[0]

    @property
    def manual(self) -> str:
        """Return the whole manual."""
        return (self.module.__doc__ or "").strip()

    @cached_property
    def sections(self) -> dict[str, str]:
        """Return the manual's sections by their heads."""
        found: dict[str, list[str]] = {}
        head = ""
        for line in self.manual.splitlines()[1:]:
            named = next((h for h in _HEADS if line.startswith(f"{h}:")), None)
            if named is not None:
                head, line = named, line[len(named) + 1 :]  # noqa: PLW2901
            if head:
                found.setdefault(head, []).append(line)
        return {head: "\n".join(lines).strip("\n") for head, lines in found.items()}

    @cached_property
    def examples(self) -> tuple[Edit, ...]:
        """Return the edits that the manual gives as bad samples."""
        found: list[Edit] = []
        for block in re.split(r"^\s*in (?=catalog/)", self.sections.get("Example", ""), flags=re.M)[1:]:
            name, *lines = block.splitlines()
            marked = [
                line.strip("\n").lstrip(" ") if not line.strip() else line[4:]
                for line in lines
                if line.strip()
            ]
            old = tuple(line[2:] for line in marked if line.startswith("- "))
            new = tuple(line[2:] for line in marked if line.startswith("+ "))
            found.append(Edit(name.strip(), old, new))
        return tuple(found)

    def example_of(self, code: str) -> Edit | None:
        """Return the example that gives a code: one each, in the order of the codes; else the first, of the first."""
        codes = self.codes if len(self.codes) == len(self.examples) else self.codes[:1]
        return dict(zip(codes, self.examples, strict=False)).get(code)
