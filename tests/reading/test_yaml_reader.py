import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding
from generator.reading import Document, read_yaml


def place(data: bytes) -> str:
    found = read_yaml(data, "f.yaml")
    assert isinstance(found, Finding), found
    return f"{found.position.line}:{found.position.column} {found.code}"


REFUSED = [
    ("utf-16", "name: 甲".encode("utf-16"), "1:1 Y101"),
    ("bad byte", b"a: 1\nb: \xc0\xaf\n", "2:4 Y101"),
    ("too large", b"a: " + b"x" * 300_000, "1:1 Y102"),
    ("unclosed quote", b'a: 1\nb: "open\nc: 2\n', "2:4 Y103"),
    ("quote closed by the next text", b'a: "open\nb: "c"\n', "1:4 Y103"),
    ("bad indent", b"a:\n  b: 1\n c: 2\n", "3:2 Y103"),
    ("full-width colon", "name：甲\n".encode(), "1:5 Y104"),
    ("empty", b"", "1:1 Y105"),
    ("comment only", b"# nothing\n", "1:1 Y105"),
    ("directive", b"%YAML 1.1\n---\na: 1\n", "1:1 Y106"),
    ("directive after a comment", b"# x\n\n%YAML 2.0\n---\na: 1\n", "3:1 Y106"),
    ("anchor alone", b"&a\n", "1:1 Y108"),
    ("tag alone", b"!a\n", "1:1 Y109"),
    ("second document", b"a: 1\n---\nb: 2\n", "2:1 Y107"),
    ("anchor", b"a: &x 1\n", "1:4 Y108"),
    ("alias", b"a: *x\n", "1:4 Y108"),
    ("tag", b"a: !!python/name:os.system\n", "1:4 Y109"),
    ("custom tag", b"a: !ENV X\n", "1:4 Y109"),
    ("depth", b"a: " + b"[" * 200, "1:35 Y110"),
    ("nodes", b"a: [" + b"1, " * 25_000 + b"1]\n", "1:1 Y111"),
    ("integer key", b"1: a\n", "1:1 Y112"),
    ("merge key", b"a: 1\n<<: {b: 2}\n", "2:1 Y112"),
    ("duplicate key", b"a: 1\nb: 2\na: 3\n", "3:1 Y113"),
    ("duplicate quoted key", b'a: 1\n"a": 2\n', "2:1 Y113"),
    ("control character", b"a: x\x07\n", "1:5 U101"),
    ("bidi override", "a: 甲\u202e乙\n".encode(), "1:5 U101"),
    ("escaped control", b'a: "x\\e[31m"\n', "1:4 U101"),
]


@pytest.mark.parametrize(("data", "where"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refuses_with_the_place(data: bytes, where: str) -> None:
    assert place(data) == where


def read(text: str) -> Document:
    document = read_yaml(text.encode(), "f.yaml")
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize("after", ["", " # 注", "\n# 注\n", "\n\n\n", "   # 注\n  # 注"])
def test_an_empty_value_stands_where_its_key_does(after: str) -> None:
    document = read(f"a: 1\nb:{after}\nc:\n  - d:{after}\n    e: 1\n")
    assert document.values[("b",)] == (2, 1, 2, 2)
    line, column, *_ = document.keys[("c", 0, "d")]
    assert document.values[("c", 0, "d")] == (line, column, line, column + 1)


def test_plain_scalars_follow_the_core_schema_of_1_2() -> None:
    document = read("a: no\nb: 050000\nc: 12\nd: 3.10\ne: 2024-02-30\nf: true\ng:\nh: .inf\ni: 8:30\n")
    assert document.value == {
        "a": "no", "b": "050000", "c": 12, "d": 3.1, "e": "2024-02-30", "f": True, "g": None, "h": ".inf",
        "i": "8:30",
    }  # fmt: skip


def test_keeps_the_place_of_keys_and_values() -> None:
    document = read("甲乙: 值\nlist:\n  - id: x\n    多: [1, 2]\n")
    assert str(document.at(("甲乙",))) == "f.yaml:1:5"
    assert str(document.key_at(("list", 0, "多"))) == "f.yaml:4:5"
    assert str(document.at(("list", 0, "多", 1))) == "f.yaml:4:12"
    assert str(document.at(("list", 0, "none"))) == "f.yaml:3:5"


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    data = "\ufeffa: 1\r\nb: 二\r\n".encode()
    document = read_yaml(data, "f.yaml")
    assert isinstance(document, Document)
    assert document.value == {"a": 1, "b": "二"}
    assert str(document.key_at(("b",))) == "f.yaml:2:1"


@given(st.binary(max_size=200) | st.text("ab:-[]{}&*!#|>'\"%\n \t0甲：", max_size=60).map(str.encode))
def test_any_bytes_give_a_document_or_one_finding(data: bytes) -> None:
    assert isinstance(read_yaml(data, "f.yaml"), (Document, Finding))
