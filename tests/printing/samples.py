"""The specs that the tests print: two signs and a letter of recommendation to a court."""

from dataclasses import replace

from generator.printing import BlankField, BlankSpec, Paragraph, SignSpec, SpecValue, TextRun, size_text

STANDARD = "《村级组织活动场所建设规范》（2011-08-26，转载件，未载明地方）"
NAME = "××镇（街道）××村村民委员会"

SIGN = SignSpec(
    title="村民委员会牌",
    item_id="sign/village-committee",
    place_name="全国",
    text=NAME,
    width_mm=350,
    height_mm=2400,
    orientation="vertical",
    background=None,
    text_colour="黑",
    bleed_mm=3,
    values=(
        SpecValue("牌面文字", NAME, STANDARD),
        SpecValue("尺寸", size_text(350, 2400), STANDARD),
        SpecValue("字色", "黑", STANDARD),
        SpecValue("材质", "木制或铜制", STANDARD),
    ),
    reference=True,
    reference_note="尺寸、字色、材质依据未载明地方的转载件，不是本地规定；制作前请向乡镇（街道）核实。",
    notes=(),
    data_as_of="2026-11-24",
    file_stem="village-committee",
)

BOARD = replace(
    SIGN,
    title="横牌",
    text="石家村（一）村民委员会",
    width_mm=1200,
    height_mm=300,
    orientation="horizontal",
    background="白",
    text_colour="红",
    values=(
        SpecValue("牌面文字", "石家村（一）村民委员会", kind="user"),
        SpecValue("尺寸", size_text(1200, 300), kind="user"),
        SpecValue("字色", "红", kind="user"),
        SpecValue("底色", "白", kind="user"),
    ),
    reference=False,
    reference_note="",
    file_stem="board",
)

LETTER = BlankSpec(
    title="民事诉讼公民代理推荐函",
    item_id="certificate/litigation-recommendation",
    item_name="诉讼代理推荐",
    place_name="全国",
    issuer=(
        TextRun("出具单位："),
        BlankField("省（自治区、直辖市）", 42),
        BlankField("市（地、州、盟）", 42),
        BlankField("县（市、区、旗）", 42),
        BlankField("乡镇（街道）", 42),
        BlankField("村", 42),
        TextRun("村民委员会"),
    ),
    paragraphs=(
        Paragraph((BlankField("人民法院名称", 62), TextRun("人民法院：")), indent=False),
        Paragraph(
            (
                TextRun("当事人"),
                BlankField("当事人姓名", 34),
                TextRun("属于本村。依照《中华人民共和国民事诉讼法》第六十一条的规定，本村民委员会推荐"),
                BlankField("被推荐人姓名", 34),
                TextRun("担任该当事人的诉讼代理人。"),
            )
        ),
        Paragraph((TextRun("特此推荐。"),)),
    ),
    signers=("负责人（签名）", "制作人（签名）"),
    seal=True,
    basis=(
        "《中华人民共和国民事诉讼法》第六十一条",
        "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第八十八条（五）、第一百一十五条",
    ),
    notes=("填充式推荐函的做法见嘉兴市秀洲区王江泾法庭 2013 年的报道，该报道未载函件原文。",),
    data_as_of="2026-11-24",
    file_stem="litigation-recommendation",
)
