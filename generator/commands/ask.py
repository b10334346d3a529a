"""Ask the catalogue: a place's directory, why a value is what it is, what differs between two directories."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from ruamel.yaml import YAML

from generator.catalogue import Catalogue
from generator.check import Checked
from generator.commands.common import (
    CATALOG,
    ON,
    Day,
    catalogue_of,
    checked_of,
    day_of,
    form_option,
    known_place,
    print_lines,
)
from generator.commands.speech import both, lang, say, wrong_use
from generator.findings import Finding, has_errors
from generator.reading import path_label
from generator.reading.document import Json
from generator.resolve import Directory, OutsideItsTimeError
from generator.resolve import resolve as resolve_place
from generator.resolve.difference import difference as differ
from generator.resolve.difference import difference_data, difference_lines
from generator.resolve.explain import explain as explain_item
from generator.resolve.explain_lines import explanation_data, explanation_lines
from generator.resolve.export import directory_data


def _json(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _yaml(data: Json) -> str:
    yaml, text = YAML(), io.StringIO()
    yaml.default_flow_style = False
    yaml.width = 4096
    yaml.dump(data, text)
    return text.getvalue().rstrip("\n")


_WRITERS: dict[str, Callable[[Json], str]] = {"json": _json, "yaml": _yaml}

_TEXT_OR_JSON = form_option(
    ("text", "json"), "text", "给人看的文字，还是给程序的 JSON。", "Text for people, or JSON for programs."
)


@click.command()
@click.argument("place")
@click.argument("item")
@click.argument("field", required=False)
@_TEXT_OR_JSON
@CATALOG
@ON
def explain(place: str, item: str, field: str | None, form: str, catalog: Path, on: date | None) -> None:
    """说明一个地方的一个事项（或其中一个字段）每个值是哪份文件、哪一行定的，或者为什么没有。

    Tell which document and line each value of an item of a place comes from, or why there is none.
    """
    checked = checked_of(catalog)
    catalogue = checked.catalogue
    found = explain_item(catalogue, known_place(catalogue, place), item, field, day_of(catalog, on))
    errors = _errors(checked, catalog, found.left_out)
    if form == "json":
        click.echo(_json(explanation_data(found, errors)))
        return
    print_lines(explanation_lines(catalogue, found, lang(), errors))


def _errors(checked: Checked, catalog: Path, files: tuple[str, ...]) -> dict[str, tuple[Finding, ...]]:
    """Return the errors of files by their path below the catalogue."""
    label = path_label(catalog)
    return {
        file: tuple(f for f in checked.findings if f.position.file == f"{label}/{file}" and has_errors((f,)))
        for file in files
    }


@click.command()
@click.argument("place")
@form_option(sorted(_WRITERS), "json", "写成 JSON 还是 YAML。", "JSON or YAML.")
@CATALOG
@ON
def resolve(place: str, form: str, catalog: Path, on: date | None) -> None:
    """写出一个地方某一天的整份目录，每个值都带来历。

    Write a place's whole directory of a day, each value with its trail.
    """
    catalogue = catalogue_of(catalog)
    directory = _directory(catalogue, place, day_of(catalog, on))
    click.echo(_WRITERS[form](directory_data(catalogue, directory)))


def _directory(catalogue: Catalogue, place: str, on: date) -> Directory:
    try:
        return resolve_place(catalogue, known_place(catalogue, place), on)
    except OutsideItsTimeError as outside:
        raise wrong_use(outside.said.zh, outside.said.en) from None


@click.command()
@click.argument("place")
@click.argument("other", required=False)
@click.option(
    "--to",
    type=Day(),
    help=both("比到哪一天（默认与 --on 同一天）。", "Compare with this day (default: that of --on)."),
)
@_TEXT_OR_JSON
@CATALOG
@ON
def difference(
    place: str, other: str | None, to: date | None, form: str, catalog: Path, on: date | None
) -> None:
    """两份目录差在哪里：两个地方，或者一个地方的两天。

    Tell where two directories differ: of two places, or of two days.
    """
    catalogue, day = catalogue_of(catalog), day_of(catalog, on)
    before = _directory(catalogue, place, day)
    after = _directory(catalogue, other or place, to or day)
    found = differ(before, after)
    if form == "json":
        click.echo(_json(difference_data(found)))
        return
    print_lines(difference_lines(found, before, after, lang()))
    known = [one for one in found if one.how != "missing"]
    items, unknown = len({one.item for one in known}), len(found) - len(known)
    click.echo(
        say(
            f"{items} 个事项不同，共 {len(known)} 处" + (f"；{unknown} 个事项暂缺" if unknown else ""),
            f"{items} items differ in {len(known)} places"
            + (f"; {unknown} items left out" if unknown else ""),
        )
    )
