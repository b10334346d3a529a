"""What the owner sets in mkdocs.yml: addresses that may be linked, nothing invented."""

import pytest

from generator.site.settings import Settings, settings_of


@pytest.mark.parametrize(
    ("config", "settings"),
    [
        ({}, Settings()),
        ({"site_url": None, "extra": {}}, Settings()),
        ({"site_url": "https://a.example/x"}, Settings("https://a.example/x/")),
        ({"site_url": "javascript:alert(1)"}, Settings()),
        (
            {"extra": {"report_url": "https://a.example/?p={path}"}},
            Settings("", "https://a.example/?p={path}"),
        ),
        ({"extra": {"report_url": "mailto:office@a.example"}}, Settings("", "mailto:office@a.example")),
        ({"extra": {"report_url": "data:text/html,x"}}, Settings()),
    ],
)
def test_addresses(config: dict[str, object], settings: Settings) -> None:
    assert settings_of(config) == settings
