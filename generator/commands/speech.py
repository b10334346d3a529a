"""What the command line says itself, in the language asked for: `say` a sentence, `both` for a help text."""

from typing import cast

import click

from generator.findings import Lang

_ENGLISH: dict[str, str] = {}  # of every help text, filled while the commands are made


def lang() -> Lang:
    """Return the language asked for; Chinese before anything is."""
    context = click.get_current_context(silent=True)
    told = context.find_root().obj if context else None
    return cast("Lang", told["lang"]) if told else "zh"


def say(zh: str, en: str) -> str:
    """Return the sentence in the language asked for."""
    return zh if lang() == "zh" else en


def both(zh: str, en: str) -> str:
    """Return a help text in Chinese, of which the page of help knows the English too."""
    _ENGLISH[zh] = en
    return zh


def in_our_language(text: str) -> str:
    """Return a help text in the language asked for."""
    return _ENGLISH.get(text, text) if lang() == "en" else text


def wrong_use(zh: str, en: str) -> click.UsageError:
    """Return the error that ends a command with status 2."""
    return click.UsageError(say(zh, en))
