"""Cases of the YAML layer and of text: encodings, characters, structure, scalars. Each class has several of its kind."""

from collections.abc import Iterator

from tests.hostile.case import BASE_ITEM, DATED, ITEM, LINKED, NAMED, NOTED, SOURCE, Case, cases

_CHARACTERS = [
    *(chr(c) for c in range(0x20) if chr(c) not in "\t\n\r"), "\x7f", "\x80", "\x85", "\x9f",
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    *"\u200b\u200c\u200d\u2060\u2061\u2064\u206a\ufeff\u00ad\u034f\u180e\u115f\u1160\u3164\uffa0\u2800\u17b4",
    *"\ufe00\ufe0f\ufffc\ufffd\ufff9\u2028\u2029", "\U000e0001", "\U000e0041", "\U000e007f", "\U000e0100",
    *"\ufdd0\ufffe\uffff", "\U0001fffe", "\U0010ffff", *"\ue000\uf8ff", "\U000f0000", "\u0378", "\U0003ffff",
]  # fmt: skip


def _hidden() -> Iterator[Case]:
    for character in _CHARACTERS:
        name, escape = f"U+{ord(character):04X}", f"\\U{ord(character):08X}"
        raw = NAMED.replace("{}", f"甲{character}乙")
        comment = f"# 注{character}释\n{BASE_ITEM}"
        yield Case(f"hidden: {name} in a text", {ITEM: raw}, ("1:8 U101",))
        yield Case(f"hidden: {name} in a comment", {ITEM: comment}, ("1:4 U101",))
        yield Case(f"hidden: {name} escaped", {ITEM: NAMED.replace("{}", f'"甲{escape}乙"')}, ("1:7 U101",))
    key = f'{BASE_ITEM}"va\\u202elid": 1\n'
    yield Case("hidden: an escape in a key", {ITEM: key}, ("11:1 U101",))
    yield Case("hidden: a tab in a text", {ITEM: NAMED.replace("{}", '"甲\\t=1"')}, ("1:7 U101",))
    yield Case(
        "hidden: joiners of Mongolian letters", {ITEM: NAMED.replace("{}", "ᠮᠣᠩᠭᠣᠯ\u180e\u180b ᠤ\u202fᠨ")}
    )
    yield Case("hidden: joiners of Uyghur letters", {ITEM: NAMED.replace("{}", "ئاق\u200cتاغ")})


_ENCODINGS = [
    ("UTF-16 LE with its mark", NAMED.replace("{}", "甲").encode("utf-16"), "1:1 Y101"),
    ("UTF-16 BE with its mark", b"\xfe\xff" + NAMED.replace("{}", "甲").encode("utf-16-be"), "1:1 Y101"),
    ("UTF-32 with its mark", NAMED.replace("{}", "甲").encode("utf-32"), "1:1 Y101"),
    ("UTF-16 without a mark", "name: a\n".encode("utf-16-le"), "1:2 U101"),
    ("GBK", NAMED.replace("{}", "甲").encode("gbk"), "1:7 Y101"),
    ("Big5", "# ab\nname: 證明\n".encode("big5"), "2:7 Y101"),
    ("overlong slash", b"a: 1\nb: x\xc0\xaf\n", "2:5 Y101"),
    ("overlong NUL", b"a: \xc0\x80\n", "1:4 Y101"),
    ("surrogate bytes", b"a: \xed\xa0\x80\n", "1:4 Y101"),
    ("beyond Unicode", b"a: \xf4\x90\x80\x80\n", "1:4 Y101"),
    ("five bytes", b"a: \xf8\x88\x80\x80\x80\n", "1:4 Y101"),
    ("cut in a character", "a: 甲".encode()[:-1], "1:4 Y101"),
    ("bad byte after Windows line ends", "a: 甲\r\nb: \xff".encode()[:-2] + b"\xff\r\n", "2:4 Y101"),
    ("bad byte after old Mac line ends", b"a: 1\rb: \xff\r", "2:4 Y101"),
    ("bad byte after a mark", b"\xef\xbb\xbfa: \xff\n", "1:4 Y101"),
    ("two marks", b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", "1:1 U101"),
    ("a zip", b"PK\x03\x04" + bytes(range(256)), "3:115 Y101"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(64), "1:1 Y101"),
]
_LINE_ENDS = [
    ("Windows", BASE_ITEM.replace("\n", "\r\n"), ""),
    ("old Mac", BASE_ITEM.replace("\n", "\r"), ""),
    ("mixed", BASE_ITEM.replace("\n", "\r\n", 3).replace("\n", "\n\r\n", 5), ""),
    ("a mark", "\ufeff" + BASE_ITEM, ""),
    ("place after Windows line ends", (BASE_ITEM + "x: 1\n").replace("\n", "\r\n"), "11:1 S102"),
    ("place after a mark", "\ufeffx: 1\n" + BASE_ITEM, "1:1 S102"),
    ("no line end at the end", BASE_ITEM.rstrip("\n"), ""),
]
_STRUCTURE = [
    ("empty", "", "1:1 Y105"), ("blanks", " \n\n", "1:1 Y105"), ("comment", "# a\n", "1:1 Y105"),
    ("only a document mark", "---\n", "1:1 Y105"), ("only an end mark", "...\n", "1:1 Y103"),
    ("a list", "- a\n", "1:1 S101"), ("a text", "甲\n", "1:1 S101"), ("null", "~\n", "1:1 S108"),
    ("a number", "1\n", "1:1 S101"), ("full-width colon", "name：甲\n", "1:5 Y104"),
    ("full-width colon below", "a: 1\nname：甲\nb: 2\n", "2:5 Y104"),
    ("second document", BASE_ITEM + "---\na: 1\n", "11:1 Y107"), ("second after an end", "a: 1\n...\n---\nb: 2\n", "3:1 Y107"),
    ("text after an end", "a: 1\n...\nb: 2\n", "3:1 Y107"),
    ("%YAML 1.1", "%YAML 1.1\n---\na: no\n", "1:1 Y106"), ("%YAML 1.2", "%YAML 1.2\n---\na: 1\n", "1:1 Y106"),
    ("%YAML 2.0", "%YAML 2.0\n---\na: 1\n", "1:1 Y106"), ("%TAG", "# a\n%TAG ! tag:x,2000:\n---\na: 1\n", "2:1 Y106"),
    ("unknown directive", "\n%FOO\n---\na: 1\n", "2:1 Y106"),
    ("key twice", BASE_ITEM + "name: 乙\n", "11:1 Y113"), ("quoted", BASE_ITEM + '"name": 乙\n', "11:1 Y113"),
    ("single quoted", BASE_ITEM + "'name': 乙\n", "11:1 Y113"), ("escaped", BASE_ITEM + '"n\\x61me": 乙\n', "11:1 Y113"),
    ("twice in flow", "a: {b: 1, b: 2}\n", "1:11 Y113"), ("twice below", "a:\n  - b: 1\n    b: 2\n", "3:5 Y113"),
    ("composed and decomposed", BASE_ITEM + "é: 1\ne\u0301: 1\n", "11:1 S102, 12:1 S102"),
    ("a Cyrillic key", BASE_ITEM + "nаme: 1\n", "11:1 S102"), ("a full-width key", BASE_ITEM + "ｎａｍｅ: 1\n", "11:1 S102"),
    ("a template key", BASE_ITEM + '"{{7*7}}": 1\n', "11:1 S102"), ("an empty key", BASE_ITEM + '"": 1\n', "11:1 S102"),
    ("__proto__", BASE_ITEM + "__proto__: 1\n", "11:1 S102"),
    ("merge", "a: 1\n<<: {b: 2}\n", "2:1 Y112"), ("merge quoted", 'a: 1\n"<<": {b: 2}\n', "2:1 Y112"),
    ("number key", "1: a\n", "1:1 Y112"), ("float key", "1.5: a\n", "1:1 Y112"), ("bool key", "true: a\n", "1:1 Y112"),
    ("null key", "~: a\n", "1:1 Y112"), ("no key", ": a\n", "1:1 Y112"), ("list key", "? [a]\n: 1\n", "1:3 Y112"),
    ("map key", "{a: 1}: 2\n", "1:1 Y112"), ("block key", "? |\n  a\n: 1\n", "1:3 S102, 1:1 S103, 1:1 S103, 1:1 S103"),
    ("anchor", "a: &x 1\n", "1:4 Y108"), ("anchor alone", "&x\n", "1:1 Y108"), ("key anchor", "&x a: 1\n", "1:1 Y108"),
    ("alias", "a: *x\n", "1:4 Y108"), ("alias key", "*x : 1\n", "1:1 Y108"), ("self", "&a [*a]\n", "1:1 Y108"),
    ("self in a map", "a: &x\n  b: *x\n", "1:4 Y108"),
    ("laughs", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "1:4 Y108"), ("merge bomb", "a: &a {x: 1}\nb: {<<: [*a, *a]}\n", "1:4 Y108"),
    *((f"tag {tag}", f"a: {tag} 1\n", "1:4 Y109") for tag in (
        "!!str", "!!int", "!!float", "!!bool", "!!null", "!!binary", "!!timestamp", "!!set", "!!omap", "!!pairs", "!!seq", "!!map",
        "!!python/name:os.system", "!!python/object/apply:os.system", "!!python/module:os", "!ENV", "!include", "!!js/function",
        "!<tag:yaml.org,2002:str>", "!",
    )),
    ("tag of a list", "a: !!python/object/apply:os.system [id]\n", "1:4 Y109"), ("tag of a map", "a: !!set {b}\n", "1:4 Y109"),
    ("tag alone", "!x\n", "1:1 Y109"), ("tag of a key", "!!str a: 1\n", "1:1 Y109"), ("unknown handle", "a: !x!y 1\n", "1:4 Y103"),
    ("open double quote", 'a: 1\nb: "open\nc: 2\n', "2:4 Y103"), ("open single quote", "a: 1\nb: 'open\nc: 2\n", "2:4 Y103"),
    ("closed by the next", 'a: "open\nb: "c"\n', "1:4 Y103"), ("open bracket", "a: [1, 2\nb: 3\n", "2:2 Y103"),
    ("open brace", "a: {b: 1\nc: 3\n", "2:2 Y103"), ("tab for indent", "a:\n\tb: 1\n", "2:1 Y103"),
    ("bad indent", "a:\n  b: 1\n c: 2\n", "3:2 Y103"), ("no colon", "a: 1\nb\nc: 2\n", "2:1 Y103"),
    ("two colons", "a: b: c\n", "1:5 Y103"), ("a list on the key's line", "a: - b\n", "1:4 Y103"), ("at sign", "a: @b\n", "1:4 Y103"),
    ("backtick", "a: `b`\n", "1:4 Y103"), ("percent", "a: %b\n", "1:4 Y103"), ("unknown escape", 'a: "\\q"\n', "1:6 Y103"),
    ("short escape", 'a: "\\x4"\n', "1:7 Y103"), ("surrogate escape", 'a: "\\ud800"\n', "1:4 U101"),
    ("escape beyond Unicode", 'a: "\\U00110000"\n', "1:1 Y103"), ("bad block indicator", "a: |x\n  b\n", "1:5 Y103"),
    ("two documents, the second broken", BASE_ITEM + "---\n[\n", "11:1 Y107"), ("60,000 documents", "---\n" * 60_000, "2:1 Y107"),
    ("a directive at the end", BASE_ITEM + "%YAML 1.2\n", "12:1 Y103"), ("merge in a list", "a:\n  - <<: [1]\n", "2:5 Y112"),
    ("a tag in flow", "a: {!!x b: 1}\n", "1:5 Y109"), ("an alias in flow", NAMED.replace("{}", "[&a x, *a]"), "1:8 Y108"),
    ("a question alone", "?\n", "1:2 Y112"), ("a dash alone", "-\n", "1:1 S101"), ("a colon alone", ":\n", "1:1 Y112"),
    ("a good complex key", "? name\n: 某证明\n" + BASE_ITEM.partition("\n")[2], ""), ("a Kelvin key", BASE_ITEM + "\u212a: 1\n", "11:1 S102"),
    ("a key with a hidden character", BASE_ITEM + "na\u200bme: 1\n", "11:3 U101"), ("a mark further on", BASE_ITEM + "\ufeffnotes: [a]\n", "11:1 U101"),
    ("a tab after a colon", BASE_ITEM.replace("name: ", "name:\t"), "1:6 Y103"), ("a tab at the end", BASE_ITEM.replace("某证明", "某证明\t"), "1:10 Y103"),
    ("hostile comments", "# <script> {{7*7}} ::error::x\n# !!python/name:os.system\n" + BASE_ITEM, ""),
    ("anchors all over", "a: [" + "&a x," * 20_000 + "]", "1:5 Y108"),
    ("block indent 0", "a: |0\n  b\n", "1:5 Y103"), ("text after quotes", 'a: "b" c\n', "1:8 Y103"),
]  # fmt: skip
_SIZES = [
    ("depth of lists", "a: " + "[" * 20_000, "1:35 Y110"), ("depth of maps", "a: " + "{a: " * 3_000, "1:128 Y110"),
    ("depth of dashes", "- " * 100_000, "1:65 Y110"), ("depth of mixed", "a: " + "[{a: " * 3_000, "1:80 Y110"),
    ("depth of blocks", "".join("  " * n + "a:\n" for n in range(400)), "33:65 Y110"),
    ("depth closed", "a: " + "[" * 40 + "]" * 40 + "\n", "1:35 Y110"),
    ("values", "a: [" + "1," * 60_000 + "1]\n", "1:1 Y111"), ("keys", "".join(f"k{n}: 1\n" for n in range(20_000)), "1:1 Y111"),
    ("lines of a list", "- a\n" * 60_000, "1:1 Y111"), ("pairs", "a: [" + "x: 1," * 50_000 + "]\n", "1:1 Y111"),
    ("bytes", "a: " + "x" * 1_200_000, "1:1 Y102"), ("bytes of comment", "#" + "x" * 300_000, "1:1 Y102"),
    ("one byte too many", "#" * 262_145, "1:1 Y102"), ("a long line", NOTED.replace("{}", "长" * 80_000), "12:5 S106"),
    ("escapes", NOTED.replace("{}", '"' + "\\x41" * 60_000 + '"'), "12:5 S106"),
    ("quotes", NOTED.replace("{}", "'" + "''" * 120_000 + "'"), "12:5 S106"),
    ("folded lines", NOTED.replace("{}", ">\n" + "    字\n" * 30_000), "12:5 S106"),
    ("a long number", NOTED.replace("{}", "9" * 200_000), "12:5 S106"), ("colons", NOTED.replace("{}", "b:" * 100_000 + "b"), "12:5 S106"),
    ("a long key", BASE_ITEM + '"' + "k" * 100_000 + '": 1\n', "11:1 Y103"), ("blank lines", "\n" * 250_000, "1:1 Y105"),
    ("percent signs", "%" + "a" * 250_000, "1:1 Y106"), ("directives", "%a\n" * 80_000, "1:1 Y106"),
    ("braces", "{" * 200_000, "1:2 Y112"), ("a long tag", "!" + "a" * 250_000, "1:1 Y109"), ("a long anchor", "&" + "a" * 250_000, "1:1 Y108"),
    ("changes", "adjusts: national\nchanges:\n" + '  - {source: notice, from: "2021", set: {name: x}}\n' * 1_500, "3:3 S116"),
    ("many unknown keys", BASE_ITEM + "".join(f"k{n}: 1\n" for n in range(300)), ", ".join(f"{n + 11}:1 S102" for n in range(300))),
]  # fmt: skip
_SCALARS = [
    *((f"{text or 'nothing'}", text, "1:7 S101") for text in ("true", "False", "1", "-0", "1.5", "1e0", "1.0e5")
      if text != "1e0"),
    ("nothing", "", "1:1 S108"), ("nothing, then a comment", " # 注", "1:1 S108"), ("nothing for lines", "\n# 注\n\n", "1:1 S108"),
    ("null", "null", "1:7 S108"), ("tilde", "~", "1:7 S108"), ("empty", '""', "1:7 S108"),
    *((f"text {text}", text, "") for text in ("no", "off", "y", "0x1F", "0o17", "1_000", "1e0", "8:30", "050000", "=")),
    ("infinity", ".inf", ""), ("not a number", ".nan", ""),
    ("a list", "[甲]", "1:7 S101"), ("a map", "{甲: 1}", "1:7 S101"),
]  # fmt: skip
_DATES = [
    *((text, f'"{text}"', "7:11 D101") for text in ("2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-01-00", "2024-01-32", "0000-01-01")),
    *((text, f'"{text}"', "7:11 S105") for text in (
        "2024-1-1", "20240101", "２０２４-01-01", "2024-01-01T00:00:00", "2024-01-01 ", "2024-01-01\\n", "+2024-01-01", "-2024", "2024-01-01-01", "٢٠٢٤",
    )),
    ("unquoted day", "2024-02-30", "7:11 D101"), ("a year without quotes", "2024", "7:11 S101"), ("infinity", ".inf", "7:11 S105"),
    ("minutes", "8:30", "7:11 S105"), ("an hour too", "2024-02-28 10:00:00", "7:11 S105"), ("octal", "02024", "7:11 S105"), ("far", '"9999-12-31"', "7:11 D115"), ("too early", '"0001-01-01"', "7:11 D106, 7:11 D115"),
]  # fmt: skip
_MARKUP = [
    *((text, "'" + text.replace("'", "''") + "'", "12:5 U111") for text in (
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<ScRiPt>", "甲</textarea><b>", "<!--x", "--> x",
        "<?php x ?>", "<link rel=attachment href=file:///etc/passwd>", "]]></text><image href=file:///x/>", "<a\u3000href=x>", "<iframe src=//e>",
        "[点](JaVaScRiPt:alert(1))", "![](https://e.example/p.png)", "[甲](//e.example)", "javascript:alert(1)", "data:text/html,x", "vbscript:x",
        "<" + "a" * 180,
    )),
    *((text, "'" + text.replace("'", "''") + "'", "") for text in (
        "{{ 7*7 }}", "{% include x %}", "${7*7}", "#{7*7}", "甲|是|否", "--8<-- x", "\\input{/etc/passwd}", "1 < 2", "甲<10天", "[甲] 乙", "@SUM(1)", "&lt;b&gt;",
    )),
    ("a quote that leaves an attribute", '"甲\\" onmouseover=\\"alert(1)"', "12:5 U103"),
]  # fmt: skip
_LOOKALIKES = [
    ("Kangxi radicals", '"⾏政⼈"', "1:8 U112, 1:10 U112"), ("a radical without quotes", "村⺠", "1:8 U112"),
    ("a compatibility ideograph", "更\uf901新", "1:8 U112"), ("one beyond the plane", "\U0002f800甲", "1:7 U112"),
    ("an ideograph of the same block", "\ufa0e村", ""), ("a hard blank", "甲\u00a0乙", "1:8 U112"), ("a thin blank", "甲\u2009乙", "1:8 U112"),
    ("an escaped radical", '"\\u2f8f政"', "1:7 U112"), ("marks without number", "a" + "\u0301" * 30, "1:7 U113"),
    ("decomposed", "cafe\u0301 村", "1:7 U113"), ("Tibetan", "བོད་ལྗོངས", ""), ("circled digits", "①②㈠", "1:7 U114"), ("Roman numerals", "甲Ⅳ", "1:7 U114"),
]  # fmt: skip
_LINKS = [
    *((text, f"'{text}'", "6:6 S105") for text in (
        " https://www.mca.gov.cn/", "file:///etc/passwd", "weixin://dl/x", "//www.mca.gov.cn/", "https://a@www.mca.gov.cn/",
        "https://www.mca.gov.cn@e.example/", "https://www.mca.gov.cn/a b", "http://[::1", "https:/www.mca.gov.cn",
        "https://www.mca.gov.cn\\@e.example/", "https://",
    )),
    *((text, f"'{text}'", "6:6 S105, 6:6 U111") for text in ("javascript:alert(1)", "data:text/html,x", "https://www.mca.gov.cn/<b>")),
    ("a Cyrillic letter", "'https://www.mcа.gov.cn/'", "6:6 S105, 6:21 U112"),
    ("a tab", '"java\\tscript:alert(1)"', "6:6 S105, 6:6 U101"), ("a line end", '"https://www.mca.gov.cn/\\n"', "6:6 S105"),
    ("another host", "https://mca.gov.cn.e.example/", "6:6 X116"),
]  # fmt: skip


def yaml_cases() -> Iterator[Case]:
    """Yield every case of a YAML file."""
    yield from _hidden()
    yield from cases("encoding", ITEM, _ENCODINGS)
    yield from cases("line ends", ITEM, _LINE_ENDS)
    yield from cases("structure", ITEM, _STRUCTURE)
    yield from cases("size", ITEM, _SIZES)
    yield from cases("scalar", ITEM, _SCALARS, NAMED)
    yield from cases("date", SOURCE, _DATES, DATED)
    yield from cases("markup", ITEM, _MARKUP, NOTED)
    yield from cases("lookalike", ITEM, _LOOKALIKES, NAMED)
    yield from cases("link", SOURCE, _LINKS, LINKED)
