"""The site: `build_shells()` runs the engine once, `render_site()` turns directories into files."""

from generator.site.links import broken_links
from generator.site.offline import with_bundles
from generator.site.render import render_site
from generator.site.shells import Shells, build_shells

__all__ = ["Shells", "broken_links", "build_shells", "render_site", "with_bundles"]
