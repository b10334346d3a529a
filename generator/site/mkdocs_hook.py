"""For `mkdocs build` and `mkdocs serve` on their own: the prose with the site's style sheet, scripts and icon.

The site itself is made by `qingdan build`, which leaves this hook out and writes these files itself.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.site.static import static_files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the style sheet, the scripts and the icon to the files mkdocs publishes."""
    for path, content in static_files().items():
        files.append(File.generated(config, path, content=content))
    return files
