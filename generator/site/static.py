"""The site's own style sheet, scripts and icon."""

from generator.resources import resource


def static_files() -> dict[str, bytes]:
    """Return the files of site_templates/static by their site path under assets/."""
    folder = resource("site_templates") / "static"
    return {f"assets/{file.name}": file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}
