"""Names in the index: their pinyin, the alphabet, codes, traditional characters."""

import re

from generator.site.search_text import alphabet, codes, column, frequent, pinyin, syllables, traditional


def test_pinyin_has_no_tones_and_splits_syllables() -> None:
    assert pinyin("户籍证明") == "hu ji zheng ming"


def test_each_character_has_its_place_among_the_syllables() -> None:
    assert syllables("A（银行）2") == ("", "", "yin", "hang", "", "")


def test_the_alphabet_groups_characters_by_syllable() -> None:
    assert alphabet(["亲属", "书"]) == "qin亲 shu书属"


def test_a_character_of_two_readings_stands_in_both_groups_its_commonest_first() -> None:
    assert alphabet(["行为", "行政", "银行"]) == "wei为 xing行 yin银 zheng政 hang行"


def test_the_alphabet_leaves_out_what_is_known_and_what_stands_for_itself() -> None:
    assert alphabet(["亲属ab12·"], "qin亲") == "shu属"


def test_codes_count_characters_once_across_alphabets() -> None:
    table = codes("qin亲 shu属", "hang行 xing行")
    assert "亲属行".translate(table) == "?@A"


def test_the_commonest_characters_take_one_byte_and_leave_the_place_of_a_letter() -> None:
    many = "".join(chr(0x4E00 + n) for n in range(62))
    table = codes(f"a{many}")
    assert (many[0] + many[60] + many[61] + "1{A").translate(table) == "?{\u02001\u017b\u0141"
    assert len(set(table.values())) == len(table)


def test_the_commonest_characters_stand_first() -> None:
    rare = [chr(0x4E00 + n) for n in range(100)]
    found = alphabet([*rare, "证证", "明明"])
    chars = "".join(c for c in found if ord(c) > 0xFF)
    assert "证" in chars[:61]
    assert "明" in chars[:61]
    assert sorted(chars[61:]) == sorted(rare[59:])


def test_numbers_stand_in_a_column() -> None:
    assert column([0, 2, 10]) == "02:"


def test_frequent_characters_are_the_first_level_of_the_standard() -> None:
    found = list(frequent())
    assert (len(found), len(set(found)), found[0], found[-1]) == (3755, 3755, "啊", "座")


def test_traditional_characters_only_where_used() -> None:
    assert sorted(re.findall("..", traditional("亲属证明"))) == ["屬属", "親亲", "証证", "證证"]
