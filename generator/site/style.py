"""The theme's style sheet, cut to what the site's pages can carry: most of it dresses things that none has."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Node

_CLASSES = re.compile(r"""\bclass(?:Name)?\s*=\s*["']([^"']*)["']""")
_IDS = re.compile(r"""\bid\s*=\s*["']([^"']*)["']""")
_TAGS = re.compile(r"<([a-z][a-z0-9]*)")
_EXPRESSION = re.compile(r"{[{%].*?[%}]}", re.S)
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_VARIABLE = re.compile(r"--[\w-]+\s*:")
# In every page, though no template need write them.
_ALWAYS = frozenset({"html", "head", "body", "tbody"})


@dataclass(frozen=True)
class Carried:
    """What pages carry: class names, ids and tags that a selector may ask for."""

    classes: frozenset[str]
    ids: frozenset[str]
    tags: frozenset[str]


def carried(texts: Iterable[str]) -> Carried:
    """Return what `texts` carry: pages, templates of pages, and scripts that add to them."""
    classes: set[str] = set()
    ids: set[str] = set()
    tags = set(_ALWAYS)
    for text in texts:
        for names, pattern in ((classes, _CLASSES), (ids, _IDS)):
            for found in pattern.findall(_EXPRESSION.sub(" ", text)):
                names.update(found.split())
        tags.update(_TAGS.findall(text))
    return Carried(frozenset(classes), frozenset(ids), frozenset(tags))


def trimmed(css: str, on_pages: Carried) -> str:
    """Return `css` without comments, and without the rules and variables that nothing on the pages can use."""
    rules = _kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), on_pages)
    text = "".join(rules)
    while True:
        used = set(_READ.findall(text))
        shorter = "".join(_without_idle_variables(text, used))
        if shorter == text:
            return text
        text = shorter


def _kept(nodes: Sequence[Node], on_pages: Carried) -> list[str]:
    """Return the rules that can meet something, as text."""
    kept: list[str] = []
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = [s for s in _alternatives(node.prelude) if _can_match(s, on_pages)]
            if selectors:
                kept.append(",".join(_text(s) for s in selectors) + "{" + _text(node.content) + "}")
        elif node.type == "at-rule" and node.lower_at_keyword in {"media", "supports"}:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            if rules := _kept(inner, on_pages):
                kept.append(f"@{node.at_keyword} {_text(node.prelude)}{{{''.join(rules)}}}")
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            kept.append(node.serialize())
    return kept


def _text(nodes: Sequence[Node]) -> str:
    return str(tinycss2.serialize(nodes)).strip()


def _alternatives(prelude: Sequence[Node]) -> list[list[Node]]:
    """Split a selector list at its commas."""
    split: list[list[Node]] = [[]]
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            split.append([])
        else:
            split[-1].append(node)
    return split


def _can_match(selector: Sequence[Node], on_pages: Carried) -> bool:
    """Tell whether every class, id and tag that a selector asks for is carried; :not() asks for nothing."""
    marks = ("", *(node.value if node.type == "literal" else "" for node in selector))
    return all(_meets(node, mark, on_pages) for node, mark in zip(selector, marks, strict=False))


def _meets(node: Node, mark: str, on_pages: Carried) -> bool:
    """Tell whether pages carry what a part of a selector names; `mark` is the sign before it."""
    if node.type == "ident":
        known = on_pages.classes if mark == "." else on_pages.tags
        return mark == ":" or node.value in known
    if node.type == "hash":
        return node.value in on_pages.ids
    if node.type == "[] block":
        return not _asks_of_the_theme(node.content)
    if node.type == "function" and node.lower_name in {"is", "where"}:
        return any(_can_match(inner, on_pages) for inner in _alternatives(node.arguments))
    return True


def _asks_of_the_theme(attribute: Sequence[Node]) -> bool:
    """Tell whether an attribute selector asks for an attribute that only the theme's script sets."""
    return any(node.type == "ident" and node.value.startswith("data-md-") for node in attribute)


def _without_idle_variables(css: str, used: set[str]) -> Iterable[str]:
    """Yield the rules without the variables that no rule reads."""
    for node in tinycss2.parse_stylesheet(css):
        if node.type != "qualified-rule" or not _VARIABLE.search(_text(node.content)):
            yield node.serialize()
            continue
        declarations = [
            d
            for d in tinycss2.parse_blocks_contents(node.content)
            if d.type != "declaration" or not d.name.startswith("--") or d.name in used
        ]
        text = "".join(f"{d.serialize()};" for d in declarations if d.type == "declaration")
        if text:
            yield f"{_text(node.prelude)}{{{text}}}"
