"""YAML that is read and written again as it was: comments, quotes, order and the catalogue's indents stay."""

from ruamel.yaml import YAML


def round_trip() -> YAML:
    """Return a reader and writer for editing a file of the catalogue; for checking one there is `read_yaml`."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
