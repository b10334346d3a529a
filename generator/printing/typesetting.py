"""One call of typst: a template and data in, one tagged A4 page as PDF out.

The data go in as one JSON string (`sys.inputs.data`), never as source. The root is an empty folder, so a
template can read no file; packages come from another empty folder, so it can fetch none. Fonts are the
wheel's and, if given, the user's: no system font. PDF/UA-1 makes typst refuse a character that no font has;
since every string is checked before, a refusal there is this program's mistake and is raised.
"""

import io
import json
import shutil
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import typst
from pylopdf_fonts_zh_cn import sans_path

from generator.printing.fonts import Face, sans, serif
from generator.printing.problems import Problems, TooLong, UnreadableFont
from generator.printing.text import unprintable

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_data" / "site_templates" / "print", _PACKAGE.parent / "site_templates" / "print")

PICTURE_PPI = 80.0  # A4 is 661 × 936 pixels: legible on a phone, some 70 KB


def typeset(
    template: str, data: Mapping[str, object], extra: Face | None = None, svg: bytes = b""
) -> bytes | Problems:
    """Set `data` with `site_templates/print/<template>.typ`; the same input gives the same bytes.

    `svg` is a drawing of this program's own, which the template finds in `sys.inputs.svg`. `extra` is the
    user's face, asked for characters that the wheel's do not have. Strings that no face can show and sheets
    of more than one page come back as problems (P101, P102, P106, P107).
    """
    if bad := unprintable(data, (serif(), sans(), *((extra,) if extra else ()))):
        return Problems(bad)
    with TemporaryDirectory(prefix="qingdan-print-") as folder:
        fonts = _fonts(Path(folder), extra)
        if fonts is None:
            return Problems((UnreadableFont(str(extra.path if extra else "")),))
        compiler = _compiler(template, data, svg, fonts, Path(folder))
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    assert isinstance(pdf, bytes)
    with pikepdf.open(io.BytesIO(pdf)) as read:
        pages = len(read.pages)
    return pdf if pages == 1 else Problems((TooLong(str(data.get("title", template)), pages),))


def pictured(template: str, data: Mapping[str, object]) -> bytes:
    """Draw a sheet that `typeset` could set as a PNG, for who cannot open a PDF; same input, same bytes."""
    with TemporaryDirectory(prefix="qingdan-print-") as folder:
        picture = _compiler(template, data, b"", _wheel_fonts(), Path(folder)).compile(
            format="png", ppi=PICTURE_PPI
        )
    assert isinstance(picture, bytes)
    return picture


def _compiler(
    template: str, data: Mapping[str, object], svg: bytes, fonts: typst.Fonts, folder: Path
) -> typst.Compiler:
    root, packages = folder / "root", folder / "packages"
    root.mkdir()
    packages.mkdir()
    given = json.dumps({**data, "fonts": _families(fonts)}, ensure_ascii=False, sort_keys=True)
    return typst.Compiler(
        _source(template),
        root=str(root),
        package_path=str(packages),
        package_cache_path=str(packages),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": given, "svg": svg.decode()},
    )


@lru_cache(maxsize=8)
def _source(template: str) -> bytes:
    """Read a template, from the wheel or from the checkout."""
    paths = [place / f"{template}.typ" for place in _PLACES]
    return next(path for path in paths if path.is_file()).read_bytes()


def _families(fonts: typst.Fonts) -> list[str]:
    """Return the families, the serif face first and the user's last."""
    usual = [serif().family, sans().family]
    return usual + sorted(set(fonts.families()) - set(usual))


@lru_cache(maxsize=1)
def _wheel_fonts() -> typst.Fonts:
    return typst.Fonts(False, False, [str(sans_path().parent)])


def _fonts(folder: Path, extra: Face | None) -> typst.Fonts | None:
    """Load the wheel's faces and the user's; None when typst cannot read the user's, which it does in
    silence.

    typst takes folders, not files, and reads them when it draws: the copy must live as long as `folder`.
    """
    if extra is None or extra in (serif(), sans()):
        return _wheel_fonts()
    own = folder / "fonts"
    own.mkdir()
    shutil.copy(extra.path, own)
    fonts = typst.Fonts(False, False, [str(sans_path().parent), str(own)])
    return fonts if len(_families(fonts)) > 2 else None
