"""The words of pages, sheets and findings: one table each, the verdict's exactly as the design gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dates import PartialDate, chinese

UNSTATED = "文件未载"

VERDICTS: Mapping[str, str] = {
    "must_issue": "应当开",
    "may_issue": "可以开（有条件）",
    "may_refuse": "可以不开",
    "must_not": "不能开",
    "not_needed": "不用开",
    "unknown": "没有查到规定",
}
NOT_NEEDED_INFERRED = "办事材料里没有这一项（据规定推断，以办理机关为准）"
DEPENDS = "视情况"

# Said under the verdict, whatever it is.
REACHED_SENTENCES: Mapping[str, str] = {
    "inferred": "这个结论是据规定和办事材料推断的，没有文件直接这样写，以办理机关答复为准。",
    "residual": "这件事不在所见的清单里，结论按未列事项的规定得出。",
}
REACHED: Mapping[str, str] = {
    "listed": "在清单上",
    "explicit": "规定明说",
    "mapped": "与清单某项同一件事",
    "named": "规定点名村级组织",
    "inferred": "由规定和办事材料推断",
    "residual": "按未列事项的规定",
}

# In this order certificates are grouped on a place's page: what can be had first, then what cannot.
VERDICT_ORDER = ("must_issue", "may_issue", "depends", "may_refuse", "must_not", "not_needed", "unknown")

BODIES: Mapping[str, str] = {"village": "村", "community": "社区"}
ACTS: Mapping[str, str] = {
    "certificate": "证明",
    "opinion": "意见",
    "consent": "同意",
    "decision": "决定",
    "recommendation": "推荐",
    "appraisal": "评议",
    "record": "记录",
    "agreement": "协议",
    "collective_decision": "集体决定",
    "party_opinion": "党组织意见",
    "witness_signature": "见证签字",
    "seal": "盖章",
    "assistance": "协助",
}
ISSUERS: Mapping[str, str] = {
    "villagers_committee": "村民委员会",
    "residents_committee": "居民委员会",
    "party_branch": "村（社区）党组织",
    "collective": "农村集体经济组织",
    "villagers_group": "村民小组",
    "mediation_committee": "人民调解委员会",
    "supervision_committee": "村务监督委员会",
    "employer": "用人单位",
    "civil_affairs": "民政部门",
    "notary": "公证机构",
    "township": "乡镇、街道",
    "medical_institution": "医疗卫生机构",
    "police": "公安机关",
    "court": "人民法院",
}
DAY_KINDS: Mapping[str, str] = {
    "working": "个工作日",
    "calendar": "日",
    "unstated": "日（文件未写是工作日还是自然日）",
}
FIELD_KINDS: Mapping[str, str] = {
    "text": "填写",
    "longtext": "填写（多行）",
    "date": "日期",
    "choice": "勾选",
    "signature": "签名",
    "number": "数字",
}
POLARITIES: Mapping[str, str] = {"excludes": "不应出具", "permits": "可以出具"}
KINDS: Mapping[str, str] = {"certificates": "证明", "signs": "标牌", "provisions": "规定"}
LEVELS: Mapping[str, str] = {
    "nation": "全国",
    "province": "省级",
    "city": "市级",
    "county": "县级",
    "township": "乡级",
}
ORIENTATIONS: Mapping[str, str] = {"vertical": "竖", "horizontal": "横"}
SIGN_KINDS: Mapping[str, str] = {
    "plaque": "标牌",
    "mark": "标识",
    "guide": "指引牌",
    "door_plate": "门牌",
    "board": "公开栏",
    "display": "展陈",
}
POSITIONS: Mapping[str, str] = {"outside": "外部", "inside": "内部", "unstated": "文件未写明里外"}
USUAL: Mapping[str, str] = {"generally": "一般应有", "permitted": "可以有", "not_allowed": "不得有"}
COLOURS: Mapping[str, str] = {
    "red": "红",
    "black": "黑",
    "white": "白",
    "gold": "金黄",
    "copper": "铜色",
    "blue": "蓝",
    "steel": "不锈钢",
    "titanium_gold": "钛金",
}
TOPICS: Mapping[str, str] = {
    "unlisted_matters": "清单上没有的事项",
    "transition": "过渡安排",
    "explanation": "解释和反映",
    "deliberation": "民主议事",
    "legal_basis": "要有依据",
    "sign_limits": "挂牌数量",
    "sign_approval": "挂牌审核",
    "sign_display": "标牌摆放",
    "script_order": "文字次序",
    "admission": "准入和调整",
    "responsible_body": "由谁负责",
    "forms": "证明式样",
    "appraisal": "考核评价",
    "mechanisms": "工作机制",
    "facilities": "场所设施",
    "communities": "社区参照",
}
LIMITS: Mapping[str, str] = {
    "outside_plaques": "外部标牌最多",
    "outside_marks": "外部标识最多",
    "inside_plaques": "内部标牌最多",
}
SOURCE_KINDS: Mapping[str, str] = {
    "law": "法律",
    "administrative_regulation": "行政法规",
    "state_council_decision": "国务院决定",
    "central_document": "中央文件",
    "judicial_interpretation": "司法解释",
    "department_rule": "部门规章",
    "department_document": "部门文件",
    "local_regulation": "地方性法规",
    "local_government_rule": "地方政府规章",
    "local_document": "地方文件",
    "court_practice": "法院做法",
    "guide": "办事指南",
    "news": "新闻报道",
    "standard": "标准",
}
COPIES: Mapping[str, str] = {
    "primary": "原发网站",
    "reprint": "转载",
    "news": "报道",
    "repository": "法规汇编",
}
READ: Mapping[str, str] = {"full": "全文", "part": "部分", "list-only": "只见清单", "cited": "只见引用"}

SPEAKER = "非政府网站；整理自所列文件，内容为摘要，以原文和办理机关答复为准"
UNCOLLECTED = "本站尚未收集到本省清单，不等于本省没有；以下为全国规定"
UNVERIFIED = "依据转载件或摘录整理，尚未与原件核对"


@dataclass(frozen=True)
class Verdict:
    """What a page says first: the class (for shape and colour), the words, and the sentences under them."""

    key: str
    words: str
    sentences: tuple[str, ...] = ()


def verdict_words(verdict: str, reached_by: str | None) -> str:
    """Return the words of one case's verdict."""
    if verdict == "not_needed" and reached_by == "inferred":
        return NOT_NEEDED_INFERRED
    return VERDICTS.get(verdict, VERDICTS["unknown"])


def overall(cases: list[tuple[str, str | None]]) -> Verdict:
    """Return what an item says first, from the (verdict, reached_by) of its cases, the default first."""
    if not cases:
        return Verdict("unknown", VERDICTS["unknown"])
    sentences = tuple(text for way, text in REACHED_SENTENCES.items() if any(by == way for _, by in cases))
    verdicts = {verdict for verdict, _ in cases}
    if len(verdicts) > 1:
        return Verdict("depends", DEPENDS, sentences)
    verdict = cases[0][0]
    way = "inferred" if any(by == "inferred" for _, by in cases) else cases[0][1]
    return Verdict(verdict, verdict_words(verdict, way), sentences)


def since_words(start: PartialDate | None, since: str) -> str:
    """Say since when a step holds (`since` as in the trail), the kinds of date kept apart (FOLD F2)."""
    if start is None or since == "undated":
        return "起始日期未载"
    day = chinese(start.text)
    words = {
        "stated": f"自{day}起",
        "in_force": f"自{day}起施行",
        "issued": f"{day}发布",
        "reported": f"不晚于{day}（报道日）",
        "law_edition": f"不晚于{day}",
    }
    return words[since]
