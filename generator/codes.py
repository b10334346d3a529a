"""The table of finding codes: severity, sentence and cure in Chinese and English, one row a code.

Codes are stable. Rows are the single source: `finding()` fills them, `docs/findings.md` is made from them.
"""

from dataclasses import dataclass
from typing import Any

from generator.findings import Finding, Position, Severity, Text

_E, _W = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True)
class Code:
    """One row: what is said when this is found. Braces are filled with the values of the case at hand."""

    severity: Severity
    zh: str
    cure_zh: str
    en: str
    cure_en: str


CODES: dict[str, Code] = {
    # Y: the YAML layer
    "Y101": Code(_E, "文件不是 UTF-8 编码（{encoding}）", "用编辑器另存为 UTF-8",
                 "the file is not UTF-8 ({encoding})", "save it as UTF-8"),
    "Y102": Code(_E, "文件超过 {limit} KB", "一件事一个文件，拆开写",
                 "the file is larger than {limit} KB", "one item, one file: split it"),
    "Y103": Code(_E, "不是正确的 YAML：{problem}", "看这一行和上一行的缩进、冒号、引号",
                 "not valid YAML: {problem}", "look at indent, colon and quotes here and one line up"),
    "Y104": Code(_E, "冒号是全角的“：”，程序读不出字段", "改成半角冒号加一个空格",
                 "the colon is a full-width one", "write a half-width colon and a space"),
    "Y105": Code(_E, "文件是空的", "写上内容，或者删掉文件", "the file is empty", "fill it or delete it"),
    "Y106": Code(_E, "不能用 % 开头的指令", "删掉这一行", "directives are not allowed", "delete the line"),
    "Y107": Code(_E, "一个文件里有两份文档（---）", "拆成两个文件",
                 "two documents in one file", "split the file"),
    "Y108": Code(_E, "不能用 & 锚点和 * 引用", "把内容写全；文字以 & 或 * 开头时加引号",
                 "anchors and aliases are not allowed", "write the content out; quote text that starts so"),
    "Y109": Code(_E, "不能用 ! 标签", "去掉标签；文字以 ! 开头时加引号",
                 "tags are not allowed", "remove the tag; quote text that starts with !"),
    "Y110": Code(_E, "嵌套超过 {limit} 层", "减少层数", "nested deeper than {limit} levels", "nest less"),
    "Y111": Code(_E, "一个文件里超过 {limit} 个值", "拆成几个文件",
                 "more than {limit} values in one file", "split the file"),
    "Y112": Code(_E, "字段名必须是文字，不能是数字、空值或 <<", "给字段名加引号，或者改名",
                 "a key must be text, not a number, null or <<", "quote or rename the key"),
    "Y113": Code(_E, "字段“{key}”写了两遍", "留一个，删一个", "the key {key} stands twice", "keep one"),
    "U101": Code(_E, "有看不见的或不允许的字符 {character}", "删掉这个字符（多半是复制时带进来的）",
                 "a hidden or forbidden character {character}", "delete it; it often comes with copied text"),
    # S: the schema
    "S101": Code(_E, "“{key}”应当是{wanted}", "{cure}", "{key} must be {wanted_en}", "{cure_en}"),
    "S102": Code(_E, "没有叫“{key}”的字段{guess}", "改成已有的字段名，或者删掉",
                 "unknown key {key}{guess_en}", "use a known key or delete it"),
    "S103": Code(_E, "缺少字段“{key}”（{description}）", "补上这个字段",
                 "the key {key} is missing", "add it"),
    "S104": Code(_E, "“{key}”不能是“{value}”{guess}", "可以用：{allowed}",
                 "{key} cannot be {value}{guess_en}", "one of: {allowed}"),
    "S105": Code(_E, "“{key}”的写法不对：“{value}”", "应为：{description}",
                 "{key} is not written as it should be: {value}", "see the schema: {description}"),
    "S106": Code(_E, "“{key}”有 {length} 个字，最多 {limit} 个", "用自己的话缩写，全文看原件",
                 "{key} has {length} characters, at most {limit}", "shorten it in your own words"),
    "S107": Code(_E, "“{key}”的数值 {value} 超出范围", "核对原文的数字和单位",
                 "{key}: {value} is out of range", "check the number and its unit"),
    "S108": Code(_E, "“{key}”是空的", "写上内容，或者删掉这个字段",
                 "{key} is empty", "fill it or delete the key"),
    "S109": Code(_E, "“{key}”里有重复的值", "删掉重复的", "{key} repeats a value", "delete the repetition"),
    "S110": Code(_E, "id“{key}”在同一个列表里写了两遍", "换一个 id",
                 "the id {key} stands twice in one list", "use another id"),
    "S111": Code(_E, "目录格式 {value} 比本程序新", "升级程序后再检查",
                 "catalogue format {value} is newer than this program", "upgrade the program"),
    "S112": Code(_E, "不符合格式要求：{problem}", "对照格式说明改正",
                 "does not fit the schema: {problem}", "compare it with the schema"),
    "S113": Code(_E, "目录格式 {value} 比本程序旧", "运行 qingdan migrate 升级（注释会保留）",
                 "catalogue format {value} is older than this program", "run qingdan migrate; comments are kept"),
    "S114": Code(_E, "{keys} 至少要写一个", "补上文件写到的那一个", "one of {keys} is needed", "add what the document gives"),
    "S115": Code(_E, "新增的“{entry}”缺少“{key}”", "补上这个字段", "the new entry {entry} lacks {key}", "add it"),
    # X: references and files
    "X101": Code(_E, "没有文件“{ref}”{guess}", "在该地方的 sources/ 里补上这份文件，或者改正写法",
                 "no source {ref}{guess_en}", "add it under sources/ or correct the reference"),
    "X102": Code(_E, "没有事项“{ref}”{guess}", "核对编号：类别/标识",
                 "no item {ref}{guess_en}", "check the id: kind/slug"),
    "X103": Code(_E, "没有地方“{ref}”{guess}", "核对地方的路径，如 national、hubei",
                 "no place {ref}{guess_en}", "check the place's path"),
    "X104": Code(_E, "文件或文件夹的名称、位置不对", "用小写字母、数字、连字符，不超过40个字符，放在“地方/类别/标识.yaml”",
                 "a file or folder with a wrong name or place", "use place/kind/slug.yaml"),
    "X105": Code(_E, "这里只能放普通文件，不能放链接或其他", "换成真实的文件",
                 "not a regular file", "put the real file here"),
    "X106": Code(_E, "与“{other}”只差大小写或字形", "改一个名", "differs from {other} only by case", "rename it"),
    "X107": Code(_E, "读不了这个文件", "检查权限", "the file cannot be read", "check permissions"),
    "X108": Code(_E, "basis 里没有 id“{ref}”{guess}", "在本文件的 basis 里补上，或者改正",
                 "no basis with the id {ref}{guess_en}", "add it to `basis` or correct it"),
    "X109": Code(_E, "这个文件夹没有 place.yaml", "补上 place.yaml：名称和层级",
                 "the folder has no place.yaml", "add place.yaml with name and level"),
    "X110": Code(_E, "没有清单“{ref}”{guess}", "核对清单的写法：本地写标识，别处写“地方/标识”",
                 "no list {ref}{guess_en}", "the own place's slug, or place/slug"),
    "X112": Code(_W, "{law} {edition}起条号有变，“{clause}”对应哪一条没有记录", "在该法的 editions 里补上 renumbered",
                 "{law}: no mapping of {clause} to the edition {edition}", "add it to `renumbered`"),
    "X113": Code(_E, "{law} 没有叫“{edition}”的版次", "用 editions 里的 id", "{law} has no edition {edition}", "use an id"),
    "X114": Code(_E, "《{law}》只有 {count} 条，没有{article}", "核对现行文本的条号；引用旧文本的写 edition",
                 "{law} has {count} articles, no {article}", "check the number in the edition in force"),
    "X115": Code(Severity.NOTE, "《{law}》的文本是 {seen} 看的，以后改没改没有核对", "核对现行文本，改 seen_on",
                 "the text of {law} was seen on {seen}", "compare it with the text in force"),
    # D: dates
    "D101": Code(_E, "没有这一天：{value}", "核对原文的日期", "no such day: {value}", "check the document"),
    "D102": Code(_E, "until（{until}）不晚于 from（{start}）", "until 是不再有效的第一天，应晚于 from",
                 "until ({until}) is not after from ({start})", "until is the first day no longer in force"),
    "D103": Code(_E, "同一天（{day}）有两条变动改同一个字段“{field}”", "合成一条，或者写明先后",
                 "two changes of {field} from the same day ({day})", "make them one, or give the order"),
    "D104": Code(_W, "这条变动在事项开始（{start}）以前就结束了，从未生效", "核对日期，或者删掉",
                 "this change ended before its item began ({start})", "check the dates or delete it"),
    "D105": Code(_W, "until（{until}）就是所依据文件失效的日子，不必写", "删掉 until",
                 "until ({until}) is the day the source ends anyway", "delete `until`"),
    # I: inheritance
    "I101": Code(_E, "上级没有列出“{item}”，无从调整", "本地首次列出时不要写 adjusts，写全各个字段",
                 "no place above introduces {item}", "to introduce it here, drop `adjusts` and give all fields"),
    "I102": Code(_E, "这条变动没有作用：{detail}", "删掉；要重申上级的，写在 lists/ 里",
                 "the change has no effect: {detail}", "delete it; a repetition belongs into lists/"),
    "I103": Code(_E, "改动上级的“{field}”要写 was（改动前的值）", "照上级现在的值补上 was 或 was_absent",
                 "changing {field} of an upper place needs `was`", "add the inherited value as `was`"),
    "I104": Code(_W, "was 写的“{field}”与{upper}在 {day} 的值不一致", "核对上级的值：{value}",
                 "`was` for {field} differs from {upper} on {day}", "the inherited value is {value}"),
    "I105": Code(_W, "{upper}后来（{day}）改了“{field}”，本地仍用旧的改动", "重申写 keep，不再需要就写 until",
                 "{upper} later ({day}) changed {field}", "reaffirm with `keep`, or end the change with `until`"),
    "I106": Code(_E, "上级不允许这样改“{field}”：{why}", "撤回这条；文件确有冲突的，按冲突记录",
                 "the upper place does not allow this change of {field}: {why_en}", "take it back"),
    "I107": Code(_W, "“{field}”自 {day} 起被{upper}的规定暂停：{why}", "核对后写 until 结束这条变动",
                 "{field} is suspended by {upper} from {day}: {why}", "end the change with `until`"),
    "I108": Code(_W, "{upper}自 {day} 起也列了这一项，本地的写法不再作底", "写 joins，说明保留哪些字段",
                 "{upper} introduces this item from {day}", "write `joins` with the fields kept"),
    "I109": Code(_E, "这条变动没有写 source（依据的文件）", "补上 source；没有文件就不能改",
                 "the change names no source", "add `source`: nothing changes without a document"),
    "I110": Code(_E, "这条变动没有写要做什么", "写 set、unset、add、remove、withdraw、restore、keep、adopt 或 continue",
                 "the change does nothing", "write set, unset, add, remove, withdraw, restore, keep, adopt or continue"),
    "I111": Code(_E, "没有字段“{field}”{guess}", "核对字段路径，如 cases.default.verdict",
                 "no field {field}{guess_en}", "check the path, such as cases.default.verdict"),
    "I112": Code(_W, "“{field}”自 {day} 起与{upper}的值相同，不再需要", "写 until 结束这条变动",
                 "{field} equals the value of {upper} from {day}", "end the change with `until`"),
    "I113": Code(_E, "keep 没有写 from", "写上从哪一天起维持", "`keep` has no `from`", "give the day"),
    "I114": Code(_E, "最先列出“{item}”的是{upper}", "改成 adjusts: {place}",
                 "{item} is introduced by {upper}", "write `adjusts: {place}`"),
    "I115": Code(_E, "before 写的“{target}”不在这个列表里", "核对 id", "no entry {target} to stand before", "check the id"),
    "I116": Code(_W, "“{field}”自 {day} 起被{upper}的规定取代（上位文件写明以其为准）", "写 until 结束这条变动；仍要不同的，另写一条更晚的变动",
                 "{field} is set aside by {upper} from {day}", "end the change with `until`, or set the field again"),
    "I117": Code(_W, "自 {day} 起这条不起作用：{why}（{upper}）", "核对后写 until 结束，或者删掉",
                 "without effect from {day}, by {upper}", "end it with `until`, or delete it"),
    "I118": Code(_W, "{upper}后来也列了“{item}”，adjusts 按 {place} 读", "改成 adjusts: {place}",
                 "{upper} now introduces {item}; `adjusts` is read as {place}", "write `adjusts: {place}`"),
    "I119": Code(_W, "joins 的 from 与{upper}开始的日子（{day}）不同", "改成 {day}",
                 "joins.from differs from the day {upper} begins ({day})", "write {day}"),
    "I120": Code(_E, "“{name}”就是{upper}已列的“{item}”，不能另列一项",
                 "写 adjusts: {place} 调整它；只是其中一部分的写 narrows，确是另一件事的写 distinct 和理由",
                 "{name} is the item {item} of {upper}", "adjust it, narrow it, or say why it is distinct"),
    "I121": Code(_W, "“{name}”与{upper}的“{item}”重名", "核对是不是同一件事：是的并成一项，不是的写 distinct 和理由",
                 "{name} meets the item {item} of {upper}", "make them one, or say why it is distinct"),
    "I122": Code(_W, "编号“{old}”自 {day} 起改为“{new}”，这里按新编号读", "把文件改名，或者改写引用",
                 "{old} became {new} on {day}; it is read as that", "rename the file or the reference"),
    "I123": Code(_E, "编号的变动写得不对：{detail}", "{cure}", "a wrong redirect: {detail_en}", "{cure_en}"),
    "I124": Code(_W, "“{item}”在{other}也有，名称和别名都对不上", "核对是不是同一件事；是的，把对方的名称写进 aliases",
                 "{item} of {other} has no name in common with this one", "if it is the same, add the name as alias"),
    # B, C: bases and certificates
    "B101": Code(_E, "“{name}”没有写依据", "补上 basis：法律、行政法规、国务院决定或清单；没有依据的不能列",
                 "{name} has no legal basis", "add `basis`; nothing is listed without one"),
    "B102": Code(_W, "“{name}”的依据到 {day} 全部失效", "补上新的依据，或者写 until",
                 "the last basis of {name} ends on {day}", "add the new basis, or end the item"),
    "C101": Code(_E, "cases 里没有 default", "补上 id 为 default 的一般情况，不写 when",
                 "no case `default`", "add the general case with the id default and no `when`"),
    "C201": Code(_E, "{upper}的结论是“{old}”，下级不能改成“{new}”（{why}）",
                 "撤回这条；本地文件确实这样写的，按冲突记录，不改结论",
                 "{upper} says {old}; a place below cannot make it {new} ({why_en})",
                 "take it back; a paper that says otherwise is recorded as a conflict"),
}  # fmt: skip


def finding(code: str, position: Position, *, severity: Severity | None = None, **values: Any) -> Finding:
    """Return the finding `code` at `position`; `values` fill the braces of its row.

    `severity` overrides the row where a sentence of FOLD.md makes an error a warning.
    """
    row = CODES[code]
    filled = {key: _shown(value) for key, value in values.items()}
    return Finding(
        position,
        code,
        severity or row.severity,
        Text(row.zh.format_map(filled), row.en.format_map(filled)),
        Text(row.cure_zh.format_map(filled), row.cure_en.format_map(filled)),
    )


def _shown(value: object) -> str:
    """Write a user's value on one line of a finding, short and without characters that move the cursor."""
    text = "".join(c if c.isprintable() else " " for c in str(value))
    return text if len(text) <= 80 else text[:79] + "…"
