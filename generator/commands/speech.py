"""What the command line says itself, in the language asked for: `say` a sentence, `both` for a help text."""

from collections.abc import Sequence
from contextvars import ContextVar

import click

from generator.findings import Lang

_ENGLISH: dict[str, str] = {}  # of every help text, filled while the commands are made


# Not of click's context: that is gone where some wrong use is told.
_ASKED_FOR: ContextVar[Lang] = ContextVar("language", default="zh")


def speak(language: Lang) -> None:
    """Speak a language from now on."""
    _ASKED_FOR.set(language)


def lang() -> Lang:
    """Return the language asked for."""
    return _ASKED_FOR.get()


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


class LackingError(click.UsageError):
    """Wrong use that lacks several things, a sentence each; every other wrong use is told in one line."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = tuple(sentences)
