"""YAML that is read and written again as it was: comments, quotes, order and the catalogue's indents stay."""

from collections import Counter
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.tokens import CommentToken


def round_trip() -> YAML:
    """Return a reader and writer for editing a file of the catalogue; for checking one there is `read_yaml`."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def comment_lines(data: object) -> Counter[str]:
    """Count the comment lines of a document read for editing, wherever they hang; some hang on two nodes."""
    hung = {id(token): token for token in _comments(data)}
    lines = (line.strip() for token in hung.values() for line in token.value.splitlines())
    return Counter(line for line in lines if line)


def _comments(node: object) -> Iterator[CommentToken]:
    if isinstance(node, CommentToken):
        yield node
    elif isinstance(node, CommentedMap | CommentedSeq):
        yield from _comments([node.ca.comment, *node.ca.items.values(), node.ca.end])
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _comments(part)
