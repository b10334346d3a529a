"""Fields and values of an item in Chinese, for trails and histories."""

from collections.abc import Mapping

from generator.reading.document import Json
from generator.words import (
    ACTS,
    BODIES,
    COLOURS,
    DAY_KINDS,
    FIELD_KINDS,
    ISSUERS,
    KINDS,
    ORIENTATIONS,
    POSITIONS,
    REACHED,
    SIGN_KINDS,
    TOPICS,
    USUAL,
    VERDICTS,
)  # fmt: skip

FIELDS: Mapping[str, str] = {
    "name": "名称",
    "aliases": "别的叫法",
    "basis": "依据",
    "cases": "情况",
    "exceptions": "允许下级放宽的情况",
    "asked_by": "常来要的单位",
    "form": "空白式样",
    "notes": "说明",
    "for": "适用",
    "when": "什么情况",
    "verdict": "结论",
    "reached_by": "结论怎么来的",
    "act": "行为",
    "conditions": "条件",
    "issuers": "由谁出",
    "materials": "要带什么",
    "time_limit": "期限",
    "steps": "步骤",
    "instead": "不开证明怎么办",
    "source": "文件",
    "clause": "条款",
    "says": "说了什么",
    "do": "怎么办",
    "where": "去哪里",
    "actor": "由谁做",
    "days": "天数",
    "day_kind": "怎么算",
    "title": "标题",
    "addressee": "写给谁",
    "fields": "栏目",
    "signers": "签名的人",
    "seal": "盖章",
    "label": "栏目名",
    "kind": "种类",
    "who": "谁签",
    "what": "签什么",
    "position": "位置",
    "usual": "有没有",
    "mounted_at": "挂在哪里",
    "orientation": "竖横",
    "name_rule": "名称怎么写",
    "name_pattern": "名称样式",
    "layouts": "尺寸和式样",
    "reference": "只作参考",
    "width_mm": "宽（毫米）",
    "height_mm": "高（毫米）",
    "thickness_mm": "厚（毫米）",
    "text_colour": "字色",
    "background": "底色",
    "material": "材质",
    "typeface": "字体",
    "reading": "数字怎么读的",
    "mark_rule": "标志规定",
    "topic": "哪一类规定",
    "text": "内容",
    "limits": "数量上限",
    "outside_plaques": "外部标牌",
    "outside_marks": "外部标识",
    "inside_plaques": "内部标牌",
    "reaches": "写在哪些事项的页面上",
    "kinds": "类别",
    "verdicts": "结论",
    "items": "事项",
}

_BY_FIELD: Mapping[str, Mapping[str, str]] = {
    "verdict": VERDICTS,
    "verdicts": VERDICTS,
    "reached_by": REACHED,
    "act": ACTS,
    "for": BODIES,
    "of": ISSUERS,
    "day_kind": {**DAY_KINDS, "working": "工作日", "calendar": "自然日", "unstated": "文件未写明"},
    "kind": {**SIGN_KINDS, **FIELD_KINDS},
    "kinds": KINDS,
    "position": POSITIONS,
    "usual": USUAL,
    "orientation": ORIENTATIONS,
    "text_colour": COLOURS,
    "background": COLOURS,
    "topic": TOPICS,
}


def label(path: str) -> str:
    """Name a leaf path: "cases.default.verdict" is 情况（default）·结论."""
    words: list[str] = []
    for step in path.split("."):
        if step in FIELDS:
            words.append(FIELDS[step])
        elif words:
            words[-1] += f"（{step}）"
        else:
            words.append(step)
    return " · ".join(words)


def say(path: str, value: Json) -> str:
    """Write a value in words, empty for none."""
    table = _BY_FIELD.get(path.rsplit(".", 1)[-1], {})
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dict):
        if set(value) == {"need", "of"}:
            return issuers_words(value)
        return "；".join(f"{label(key)}：{say(key, part)}" for key, part in value.items())
    if isinstance(value, list):
        return "、".join(say(path, part) for part in value)
    return table.get(str(value), str(value))


def issuers_words(issuers: Mapping[str, Json]) -> str:
    """Write who issues: all of them (和), or any one (或者)."""
    of = issuers.get("of")
    names = [ISSUERS.get(str(name), str(name)) for name in (of if isinstance(of, list) else [])]
    if len(names) < 2:
        return "".join(names)
    return "、".join(names[:-1]) + ("和" if issuers.get("need") == "all" else "或者") + names[-1]
