"""The words of pages, sheets and findings: one table each, the verdict's exactly as the design gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue.inlined import words_at
from generator.catalogue.schema import words_of
from generator.dates import PartialDate, chinese

UNSTATED = "文件未载"

# The words of a field's values stand with the values, in the schema.
VERDICTS = words_at("certificates", "cases.default.verdict")
TASK_VERDICTS = words_at("tasks", "verdict")
GRADES = words_at("tasks", "grade")
TASK_SCOPES = words_at("tasks", "scope")
REQUIREMENTS = words_at("mechanisms", "requirement")
MANDATES = words_at("mechanisms", "mandate")
FILINGS = words_at("forms", "filing")
REACHED = words_at("certificates", "cases.default.reached_by")
ACTS = words_at("certificates", "cases.default.act")
BODIES = words_of("common", "body")
VILLAGE_BODIES = words_of("common", "village_body")
ISSUERS = words_of("common", "issuer")
KINDS = words_of("common", "kind")
ORIENTATIONS = words_at("signs", "orientation")
SIGN_KINDS = words_at("signs", "kind")
POSITIONS = words_at("signs", "position")
USUAL = words_at("signs", "usual")
COLOURS = {**words_at("signs", "layouts.any.text_colour"), **words_at("signs", "layouts.any.background")}
TOPICS = words_at("provisions", "topic")
REACHABLE_VERDICTS = words_at("provisions", "reaches.verdicts")
POLARITIES = words_of("lists", "polarity")
CERTIFICATE_POLARITIES: Mapping[str, str] = {"excludes": "不应出具", "permits": "可以出具"}
LIST_VERDICTS = words_of("lists", "categories", "verdict")
SOURCE_KINDS = words_of("sources", "kind")
SOURCE_STATES = words_of("sources", "status")
COPIES = words_of("sources", "copy")
READ = words_of("sources", "read")
PROPOSAL_TRACKS = words_of("proposals", "track")
PROPOSAL_ACTIONS = words_of("proposals", "action")
PROPOSAL_STATES = words_of("proposals", "states", "state")
TEST_ANSWERS = words_of("proposals", "tests", "basis", "met")
FIGURE_LEVELS = words_of("figures", "level")
GROUNDS = words_of("common", "change", "grounds")

VERBS: Mapping[str, str] = {
    "introduce": "列出",
    "set": "改动",
    "unset": "去掉",
    "add": "增加",
    "remove": "减去",
    "withdraw": "不再列",
    "restore": "恢复",
    "adopt": "采用",
    "keep": "维持",
    "continue": "接续",
    "redirect": "改编号为",
}
FATES: Mapping[str, str] = {
    "suspended": "现不适用，依上级",
    "converged": "与上级相同",
    "superseded": "已被上位规定取代",
}
ENDINGS: Mapping[str, str] = {
    "withdrawn": "目录不再列这一项",
    "lapsed": "所依据的文件已到期，目录不再列这一项",
    "redirected": "编号已改，请看接替它的一项",
}

NOT_NEEDED_INFERRED = "办事材料里没有这一项（据规定推断，以办理机关为准）"
DEPENDS = "视情况"

# Said under the verdict, whatever it is.
REACHED_SENTENCES: Mapping[str, str] = {
    "inferred": "这个结论是据规定和办事材料推断的，没有文件直接这样写，以办理机关答复为准。",
    "residual": "这件事不在所见的清单里，结论按未列事项的规定得出。",
}

# In this order certificates are grouped on a place's page: what can be had first, then what cannot.
VERDICT_ORDER = ("must_issue", "may_issue", "depends", "may_refuse", "must_not", "not_needed", "unknown")

DAY_KINDS: Mapping[str, str] = {
    "working": "个工作日",
    "calendar": "日",
    "unstated": "日（文件未写是工作日还是自然日）",
}
SPEAKER = "非政府网站；整理自所列文件，内容为摘要，以原文和办理机关答复为准"
UNCOLLECTED = "本站尚未收集到本省清单，不等于本省没有；以下为全国规定"
UNVERIFIED = "依据转载件或摘录整理，尚未与原件核对"


@dataclass(frozen=True)
class Verdict:
    """What a page says first: the class (for shape and colour), the words, and the sentences under them."""

    key: str
    words: str
    sentences: tuple[str, ...] = ()


# The shapes of certificates' verdicts serve the other kinds too: full for a duty, open for a choice, a stop for a no.
_TASK_MARKS: Mapping[str, str] = {
    "statutory": "must_issue", "assist": "must_issue", "participate": "may_issue", "delegated": "depends",
    "optional": "may_issue", "must_not": "must_not", "unknown": "unknown",
}  # fmt: skip
_REQUIREMENT_MARKS: Mapping[str, str] = {
    "required": "must_issue", "optional": "may_issue", "not_allowed": "must_not", "unknown": "unknown",
}  # fmt: skip


def polarity_words(kind: str, polarity: str) -> str:
    """Say what a list of a kind does with its entries."""
    own = CERTIFICATE_POLARITIES if kind == "certificates" else {}
    return own.get(polarity) or POLARITIES.get(polarity, "")


def task_verdict(verdict: str, scope: str = "", reached_by: str = "") -> Verdict:
    """Return what a task says first; the scope of a must-not stands under it."""
    under = [TASK_SCOPES[scope]] if scope in TASK_SCOPES else []
    under += [REACHED_SENTENCES[reached_by]] if reached_by in REACHED_SENTENCES else []
    return Verdict(_TASK_MARKS.get(verdict, "unknown"), TASK_VERDICTS.get(verdict, verdict), tuple(under))


def requirement(code: str, mandate: str = "") -> Verdict:
    """Return what a mechanism or facility says first; what it rests on stands under it."""
    under = (f"凭什么设：{MANDATES[mandate]}",) if mandate in MANDATES else ()
    return Verdict(_REQUIREMENT_MARKS.get(code, "unknown"), REQUIREMENTS.get(code, code), under)


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
