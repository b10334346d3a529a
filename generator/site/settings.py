"""What the owner of a site sets in mkdocs.yml beside the theme: its address, and where errors are reported."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.site.links import safe_href


@dataclass(frozen=True)
class Settings:
    """The site's own addresses, empty where none is set: then no code, canonical or report link is made.

    `site_url` ends in a slash. `report_url` may hold `{path}`, which stands for the page reported.
    """

    site_url: str = ""
    report_url: str = ""


def settings_of(config: Mapping[str, object]) -> Settings:
    """Read the settings from mkdocs' configuration; an address that may not be linked is none."""
    extra = config.get("extra")
    report = extra.get("report_url") if isinstance(extra, Mapping) else None
    address = safe_href(config.get("site_url")) or ""
    return Settings(address.rstrip("/") + "/" if address else "", safe_href(report) or "")
