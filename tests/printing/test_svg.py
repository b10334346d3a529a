from dataclasses import replace
from xml.etree import ElementTree

from generator.printing.fonts import sans, serif
from generator.printing.sign import draw_sign
from generator.printing.svg import to_svg
from tests.printing.samples import BOARD, SIGN

NS = "{http://www.w3.org/2000/svg}"
SCENE = draw_sign(SIGN, sans()).scene


def test_size_and_view_box_in_millimetres():
    root = ElementTree.fromstring(to_svg(SCENE))
    assert (root.get("width"), root.get("height")) == ("356mm", "2406mm")
    assert root.get("viewBox") == "-3 -3 356 2406"


def test_trimmed():
    root = ElementTree.fromstring(to_svg(SCENE, trimmed=True))
    assert (root.get("width"), root.get("height")) == ("350mm", "2400mm")
    assert root.get("viewBox") == "0 0 350 2400"


def test_letters_are_paths_and_nothing_is_text():
    root = ElementTree.fromstring(to_svg(SCENE))
    assert {child.tag for child in root} == {f"{NS}{tag}" for tag in ("title", "desc", "rect", "path")}
    assert len(root.findall(f"{NS}path")) == len(SIGN.text)
    assert root.find(f"{NS}path").get("fill") == "#000000"


def test_background_comes_first():
    root = ElementTree.fromstring(to_svg(draw_sign(BOARD, serif()).scene))
    first = root.find(f"{NS}path")
    assert (first.get("fill"), first.get("d")) == ("#ffffff", "M-3 -3L1203 -3L1203 303L-3 303Z")


def test_same_bytes():
    assert to_svg(draw_sign(SIGN, sans()).scene) == to_svg(SCENE)


def test_hostile_text_is_inert():
    hostile = '"><script>alert(1)</script>&\x00\ud800'
    shapes = (replace(SCENE.shapes[0], name=hostile), *SCENE.shapes[1:])
    svg = to_svg(replace(SCENE, title=hostile, shapes=shapes))
    assert b"<script" not in svg
    root = ElementTree.fromstring(svg)
    shown = hostile.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert root.find(f"{NS}title").text == shown
    assert root.find(f"{NS}path").get("aria-label") == shown
