"""Which files that were left out for their errors keep an item from a directory (FOLD F45)."""

from dataclasses import replace

from generator.resolve.missing import missing_at
from generator.resolve.plan import Plan


def to_blame(plan: Plan, chain: tuple[str, ...], ids: frozenset[str]) -> tuple[str, ...]:
    """Return the files left out, as paths below the catalogue, each of which alone makes one of `ids` missing."""
    return tuple(
        f"{name}.yaml" for name in sorted(plan.catalogue.left_out) if ids & _alone(plan, chain, name)
    )


def _alone(plan: Plan, chain: tuple[str, ...], name: str) -> frozenset[str]:
    """Return what would be missing at the end of a chain if only one file were left out."""
    one = replace(plan, catalogue=replace(plan.catalogue, left_out=frozenset({name})))
    found: frozenset[str] = frozenset()
    for depth in range(1, len(chain) + 1):
        found = missing_at(one, chain[:depth], found)
    return found
