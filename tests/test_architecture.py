"""The drawing and the table of docs/architecture.md are what the code imports; nothing imports in a circle."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|(.*)\|$", re.M)


def written() -> dict[str, set[str]]:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    return {
        name: set(re.findall(r"`(\w+)`", imports))
        for names, imports in ROW.findall(page) for name in re.findall(r"`(\w+)`", names)
    }  # fmt: skip


def imported() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for file in sorted((ROOT / "generator").rglob("*.py")):
        parts = file.relative_to(ROOT / "generator").parts
        package = parts[0].removesuffix(".py")
        if package.startswith("__"):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
                other = str(node.module).split(".")[1]
                found.setdefault(package, set()).update({other} - {package})
        found.setdefault(package, set())
    return found


def test_the_table_is_what_the_code_imports() -> None:
    assert written() == imported()


def test_a_package_imports_only_what_stands_above_it_in_the_table() -> None:
    order = list(written())
    for package, others in written().items():
        assert all(order.index(other) < order.index(package) for other in others), package


DRAWN = re.compile(r"^   [│├]─?  ?(\w+)  ", re.M)
INSIDE = re.compile(r"^   │                (\w+(?:, \w+)*)  ", re.M)


def drawn() -> str:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    return page.partition("```text")[2].partition("```")[0]


def test_a_stage_of_the_drawing_imports_only_what_is_drawn_above_it() -> None:
    stages = DRAWN.findall(drawn())
    assert stages == ["reading", "catalogue", "resolve", "rules", "check", "printing", "site", "build"]
    for at, stage in enumerate(stages):
        below = set(stages[at + 1 :])
        assert imported()[stage] & below == set(), stage


def test_the_parts_drawn_in_the_fold_are_its_modules() -> None:
    parts = [name for line in INSIDE.findall(drawn()) for name in line.split(", ")]
    assert parts == ["plan", "fold", "resolve", "judge", "explain", "difference", "export"]
    assert all((ROOT / "generator/resolve" / f"{part}.py").is_file() for part in parts)
