"""Codes of bases and certificates: B, C."""

from generator.codes.code import Code, E, W

PROOFS: dict[str, Code] = {
    # B, C: bases and certificates
    "B101": Code(E, "“{name}”没有写依据", "补上 basis：法律、行政法规、国务院决定或清单；没有依据的不能列",
                 "{name} has no legal basis", "add `basis`; nothing is listed without one"),
    "B102": Code(W, "“{name}”的依据到 {day} 全部失效", "补上新的依据，或者写 until",
                 "the last basis of {name} ends on {day}", "add the new basis, or end the item"),
    "C101": Code(E, "cases 里没有 default", "补上 id 为 default 的一般情况，不写 when",
                 "no case `default`", "add the general case with the id default and no `when`"),
    "C201": Code(E, "{upper}的结论是“{old}”，下级不能改成“{new}”（{why}）",
                 "撤回这条；本地文件确实这样写的，按冲突记录，不改结论",
                 "{upper} says {old}; a place below cannot make it {new} ({why_en})",
                 "take it back; a paper that says otherwise is recorded as a conflict"),
}  # fmt: skip
