from dataclasses import replace

import pytest

from generator.printing.blank import blank_certificate
from generator.printing.problems import DoesNotFit, MissingGlyph, Problems, SizeOutOfRange, TooLong
from generator.printing.spec import WHO_SPEAKS, BlankField, Paragraph, TextRun
from tests.printing.rare import RARE
from tests.printing.reading import MM_PER_PT, read
from tests.printing.samples import LETTER


def words(pdf):
    return "".join(read(pdf).text.split())


def test_one_a4_page():
    page = read(blank_certificate(LETTER))
    assert (page.width * MM_PER_PT, page.height * MM_PER_PT) == pytest.approx((210, 297), abs=0.01)


def test_every_field_and_word_is_there():
    text = words(blank_certificate(LETTER))
    for said in (
        *("参考式样（本站拟）", "民事诉讼公民代理推荐函", "人民法院名称", "当事人姓名", "被推荐人姓名"),
        *("属于本村", "负责人（签名）", "制作人（签名）", "（盖章处）", "年月日", WHO_SPEAKS),
        *("印章大小以实际印章为准", "GB/T9704", "不是村级证明的格式", "第一百一十五条", "2026年11月24日"),
        *("省（自治区、直辖市）", "县（市、区、旗）", "乡镇（街道）"),
    ):
        assert said in text


def test_text_keeps_to_the_type_area():
    import pypdfium2

    page = pypdfium2.PdfDocument(blank_certificate(LETTER))[0].get_textpage()
    for index in range(page.count_rects()):
        left, _, right, _ = (n * MM_PER_PT for n in page.get_rect(index))
        assert left >= 28 - 0.5
        assert right <= 28 + 156 + 0.5


def test_no_line_begins_with_punctuation():
    for line in read(blank_certificate(LETTER)).text.splitlines():
        assert not line.startswith(("，", "。", "、", "；", "：", "）", "》", "〉"))


def test_a_form_as_published_carries_no_mark():
    assert "本站拟" not in words(blank_certificate(replace(LETTER, mark="")))


def test_without_a_seal():
    text = words(blank_certificate(replace(LETTER, seal=False)))
    assert "盖章处" not in text


def test_same_bytes():
    assert blank_certificate(LETTER) == blank_certificate(LETTER)


def test_hostile_text_is_printed_as_it_is():
    hostile = '#panic()<script>"\\$x$@a*b*[c]#read("/etc/passwd")'
    text = words(
        blank_certificate(
            replace(
                LETTER,
                title=hostile,
                paragraphs=(Paragraph((TextRun(hostile), BlankField(hostile, 90))),),
                signers=(hostile,),
            )
        )
    )
    assert text.count(hostile) == 4


def test_a_missing_glyph_is_named_with_its_field():
    problems = blank_certificate(replace(LETTER, signers=("负责人", f"村{RARE}")))
    assert isinstance(problems, Problems)
    assert [(p.where, p.character) for p in problems.items if isinstance(p, MissingGlyph)] == [
        ("signers.1", RARE)
    ]


@pytest.mark.parametrize(("width", "kind"), [(157, DoesNotFit), (0, SizeOutOfRange)])
def test_impossible_gaps(width, kind):
    problems = blank_certificate(replace(LETTER, issuer=(BlankField("村", width),)))
    assert isinstance(problems, Problems)
    assert isinstance(problems.items[0], kind)
    assert problems.items[0].where == "村"


def test_more_than_a_page_is_said():
    problems = blank_certificate(replace(LETTER, paragraphs=LETTER.paragraphs * 8))
    assert problems == Problems((TooLong(LETTER.title, 3),))
