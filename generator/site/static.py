"""The site's own style sheet, scripts and icon."""

from generator.resources import resource

# One file for a page to fetch: the frame, then what stands in it.
_STYLES = ("shell.css", "qingdan.css")


def static_files() -> dict[str, bytes]:
    """Return the files of site_templates/static by their site path under assets/, the styles as one."""
    folder = resource("site_templates") / "static"
    files = {f"assets/{file.name}": file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}
    style = b"".join(files.pop(f"assets/{name}") for name in _STYLES)
    return {**files, "assets/qingdan.css": style}
