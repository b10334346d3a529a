from pathlib import Path

from generator.reading import Document, cache, read_yaml


def test_gives_back_what_was_stored(tmp_path: Path) -> None:
    data = "a: [1, {b: 二}]\n".encode()
    document = read_yaml(data, "one.yaml")
    assert isinstance(document, Document)
    cache.save(tmp_path / "c", data, document)
    again = cache.load(tmp_path / "c", data, "one.yaml")
    assert again == document
    assert cache.load(tmp_path / "c", b"other: 1\n", "one.yaml") is None


def test_a_spoilt_entry_is_read_anew(tmp_path: Path) -> None:
    data = b"a: 1\n"
    document = read_yaml(data, "one.yaml")
    assert isinstance(document, Document)
    cache.save(tmp_path, data, document)
    for path in tmp_path.iterdir():
        path.write_text("{", "utf-8")
    assert cache.load(tmp_path, data, "one.yaml") is None
