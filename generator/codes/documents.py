"""Codes of references, laws and dates: X, D."""

from generator.codes.code import Code, E, N, W

DOCUMENTS: dict[str, Code] = {
    # X: references and files
    "X101": Code(E, "没有文件“{ref}”{guess}", "在该地方的 sources/ 里补上这份文件，或者改正写法",
                 "no source {ref}{guess_en}", "add it under sources/ or correct the reference"),
    "X102": Code(E, "没有事项“{ref}”{guess}", "核对编号：类别/标识",
                 "no item {ref}{guess_en}", "check the id: kind/slug"),
    "X103": Code(E, "没有地方“{ref}”{guess}", "核对地方的路径，如 national、hubei",
                 "no place {ref}{guess_en}", "check the place's path"),
    "X104": Code(E, "文件或文件夹的名称、位置不对", "用小写字母、数字、连字符，不超过40个字符，放在“地方/类别/标识.yaml”",
                 "a file or folder with a wrong name or place", "use place/kind/slug.yaml"),
    "X105": Code(E, "这里只能放普通文件，不能放链接或其他", "换成真实的文件",
                 "not a regular file", "put the real file here"),
    "X106": Code(E, "与“{other}”只差大小写或字形", "改一个名", "differs from {other} only by case", "rename it"),
    "X107": Code(E, "读不了这个文件", "检查权限", "the file cannot be read", "check permissions"),
    "X108": Code(E, "basis 里没有 id“{ref}”{guess}", "在本文件的 basis 里补上，或者改正",
                 "no basis with the id {ref}{guess_en}", "add it to `basis` or correct it"),
    "X109": Code(E, "这个文件夹没有 place.yaml", "补上 place.yaml：名称和层级",
                 "the folder has no place.yaml", "add place.yaml with name and level"),
    "X110": Code(E, "没有清单“{ref}”{guess}", "核对清单的写法：本地写标识，别处写“地方/标识”",
                 "no list {ref}{guess_en}", "the own place's slug, or place/slug"),
    "X112": Code(W, "{law} {edition}起条号有变，“{clause}”对应哪一条没有记录", "在该法的 editions 里补上 renumbered",
                 "{law}: no mapping of {clause} to the edition {edition}", "add it to `renumbered`"),
    "X113": Code(E, "{law} 没有叫“{edition}”的版次", "用 editions 里的 id", "{law} has no edition {edition}", "use an id"),
    "X114": Code(E, "《{law}》只有 {count} 条，没有{article}", "核对现行文本的条号；引用旧文本的写 edition",
                 "{law} has {count} articles, no {article}", "check the number in the edition in force"),
    "X115": Code(N, "《{law}》的文本是 {seen} 看的，以后改没改没有核对", "核对现行文本，改 seen_on",
                 "the text of {law} was seen on {seen}", "compare it with the text in force"),
    # D: dates
    "D101": Code(E, "没有这一天：{value}", "核对原文的日期", "no such day: {value}", "check the document"),
    "D102": Code(E, "until（{until}）不晚于 from（{start}）", "until 是不再有效的第一天，应晚于 from",
                 "until ({until}) is not after from ({start})", "until is the first day no longer in force"),
    "D103": Code(E, "同一天（{day}）有两条变动改同一个字段“{field}”", "合成一条，或者写明先后",
                 "two changes of {field} from the same day ({day})", "make them one, or give the order"),
    "D104": Code(W, "这条变动在事项开始（{start}）以前就结束了，从未生效", "核对日期，或者删掉",
                 "this change ended before its item began ({start})", "check the dates or delete it"),
    "D105": Code(W, "until（{until}）就是所依据文件失效的日子，不必写", "删掉 until",
                 "until ({until}) is the day the source ends anyway", "delete `until`"),
}  # fmt: skip
