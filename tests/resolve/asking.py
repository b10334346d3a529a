"""Ask small catalogues: a directory, a value, the fates of a trail."""

import re
from datetime import date

from generator.check import Checked
from generator.resolve import Directory, resolve
from tests import small

ITEM = "certificates/it"
FILE = "national/certificates/it.yaml"
BELOW = "hubei/certificates/it.yaml"
VERDICT = "cases.default.verdict"
HUNAN = {"hunan/place.yaml": 'name: 湖南省\nshort: 湖南\nlevel: province\ncode: "430000"\n'}


# What the fold's judge and the rules about one matter say; the other policy rules have their own tests.
FOLD = re.compile(r"[YSI]\d|D10[1-5]|C201|B102|X10[139]|X11[23]|X135")


def told(result: Checked) -> list[str]:
    """Return what is said of the fold, as "place code severity"."""
    return [line for line in small.told(result) if FOLD.match(line.split()[1])]


def directory(result: Checked, place: str, on: str) -> Directory:
    """Return a place's directory on a day."""
    return resolve(result.catalogue, place, date.fromisoformat(on))


def value(result: Checked, place: str, on: str, path: str = VERDICT, item: str = ITEM) -> object:
    """Return a leaf's value, None where the item is not listed."""
    found = directory(result, place, on).items.get(item)
    return found.get(path) if found else None


def fates(result: Checked, place: str, on: str, path: str = VERDICT, item: str = ITEM) -> list[str]:
    """Return what became of each step of a leaf's trail."""
    return [step.fate for step in directory(result, place, on).items[item].values[path].trail]
