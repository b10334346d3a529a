"""What the owner of a site sets in mkdocs.yml beside the theme: its address, and where errors are reported."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.site.links import safe_href


@dataclass(frozen=True)
class Settings:
    """The site's own addresses, empty where none is set: then no code, canonical or report link is made.

    `site_url` ends in a slash. `report_url` may hold `{path}`, which stands for the page reported. The last four are
    shown only where a recorded office publishes (`office.py`): its 网站标识码, ICP number and 找错 page.
    """

    site_url: str = ""
    report_url: str = ""
    site_name: str = ""
    site_id_code: str = ""
    icp: str = ""
    find_errors_url: str = ""

    def address_of(self, path: str) -> str:
        """Return the full address of a page of the site, empty without `site_url`."""
        return f"{self.site_url}{path.removesuffix('index.html')}" if self.site_url else ""

    @property
    def without(self) -> tuple[str, ...]:
        """Say what the site does without because an address is not set."""
        said = (
            (self.site_url, "没有写 site_url：说明卡上没有二维码，页面没有规范网址"),
            (self.report_url, "没有写 extra.report_url：页面上没有报错的链接"),
        )
        return tuple(words for address, words in said if not address)


def settings_of(config: Mapping[str, object]) -> Settings:
    """Read the settings from mkdocs' configuration; an address that may not be linked is none."""
    extra = config.get("extra")
    told = extra if isinstance(extra, Mapping) else {}
    address = safe_href(config.get("site_url")) or ""
    return Settings(
        site_url=address.rstrip("/") + "/" if address else "",
        report_url=safe_href(told.get("report_url")) or "",
        site_name=str(config.get("site_name") or ""),
        site_id_code=str(told.get("site_id_code") or ""),
        icp=str(told.get("icp") or ""),
        find_errors_url=safe_href(told.get("find_errors_url")) or "",
    )
