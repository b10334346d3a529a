from generator.printing.fonts import load_face, sans, serif
from generator.printing.problems import UnreadableFont


def test_wheel_faces():
    assert (serif().family, sans().family) == ("Noto Serif SC", "Noto Sans SC")
    assert "村" in serif().characters
    assert serif().middle == 0.38


def test_unreadable_font(tmp_path):
    missing = tmp_path / "none.otf"
    assert load_face(missing) == UnreadableFont(str(missing))
    text = tmp_path / "text.otf"
    text.write_text("not a font", encoding="utf-8")
    assert load_face(text) == UnreadableFont(str(text))
