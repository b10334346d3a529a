"""F101, F107: a form of the yearly catalogue without its year or frequency, or a year without a catalogue

What it does: wants `catalogue_year` and `frequency` of a form with `filing: catalogue` (F101), and no
    `catalogue_year` with another `filing` (F107).
Why: 意见二（一）第3点: at the beginning of each year the county hands the forms over as one, to be filled as often as
    it says; without year and frequency no village knows whether the form is still asked for.
Example:
    in catalog/guizhou/bijie/qianxi/forms/village-data-table.yaml
    - (end)
    + filing: catalogue
    in catalog/jiangxi/forms/shared-table.yaml
    - (end)
    + catalogue_year: 2024
Use instead: `filing: catalogue`, `catalogue_year: 2025`, `frequency: yearly`.
How to mend: take both from the county's catalogue.
References: 厅字〔2022〕28号 二（一）第3点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each form of a catalogue of no year, and each year of no catalogue."""
    for said in statements(catalogue, "forms"):
        if not said.touched & {"filing", "catalogue_year", "frequency"}:
            continue
        listed = said.fields.get("filing") == "catalogue"
        missing = [key for key in ("catalogue_year", "frequency") if key not in said.fields]
        if listed and missing:
            yield finding("F101", said.at("filing"), name=said.name, keys=missing)
        elif not listed and "catalogue_year" in said.fields:
            yield finding("F107", said.at("catalogue_year"), name=said.name)
