"""What the Opinion (厅字〔2022〕28号) asks, sentence by sentence in own words, and the codes that see to it.

docs/clauses.md is made of it. A sentence that no data of the catalogue can show has a reason in place of codes. The
points that a rule's manual names under References and the rows that name its codes are the same; a test says so.
"""

import re
from dataclasses import dataclass

OPINION = "厅字〔2022〕28号"


@dataclass(frozen=True)
class Clause:
    """One sentence of the Opinion: its point, what it says, the codes that enforce it, or why none can."""

    point: str
    says: str
    codes: tuple[str, ...] = ()
    reason: str = ""


def _row(point: str, says: str, codes: str = "", reason: str = "") -> Clause:
    return Clause(point, says, tuple(codes.split()), reason)


CLAUSES: tuple[Clause, ...] = (
    _row("一", "目标：事务权责明晰，机制精简，牌子简明，证明便民", reason="是目标，没有可以逐项核对的数据"),
    _row("二（一）第1点", "村里做的事要有党规、法律、章程的规定", "T117 B105 B110"),
    _row("二（一）第1点", "部门要村里协助、委托村里做，由县里写明依据、范围、流程", "T102"),
    _row("二（一）第1点", "没有县里统一部署，部门不得把自己的事派给村里", "T110"),
    _row(
        "二（一）第1点", "行政执法、拆迁拆违、招商引资、安全生产，村里不作责任主体",
        "T101 T104 T105 T119 T115",
    ),
    _row(
        "二（一）第2点", "政府服务、公共事务、个人事项分开办",
        reason="“分流”（stream）照文件写；文件没有分的，分得对不对数据里看不出",
    ),
    _row("二（一）第2点", "公共服务事项用清单写清楚", "T106 T112"),
    _row("二（一）第2点", "交给村里代办的，乡镇提供工作条件", "T103"),
    _row(
        "二（一）第2点", "村里办不了的公共事务由乡镇协调",
        reason="协调了没有，没有公开的数据；规定本身写在有关页面上（provisions/township-coordination）",
    ),
    _row("二（一）第2点", "向外买服务，先问村里的意见", "T108"),
    _row(
        "二（一）第2点", "数据一次采集、多方使用",
        reason="说的是信息系统，不是目录里的事项；规定写在有关页面上（provisions/data-collected-once）",
    ),
    _row("二（一）第3点", "不拿挂牌、填表、留痕、截图、录像当成绩", "T104 T107"),
    _row("二（一）第3点", "报表由县里整合，年初交下，按规定的次数填", "F101 F107 F104"),
    _row("二（一）第3点", "没有县里统一部署，不得要村里填表、报材料", "F102"),
    _row("二（一）第3点", "工作群、政务应用由县里清理整合", "F103"),
    _row(
        "二（二）第4点", "没有中央要求、法律法规规定，又没有省级同意的，不得新设机制，不得要专人专岗",
        "M101 M104 M102 M107 M108",
    ),
    _row("二（二）第4点", "现有村级组织能承担的，原则上不另设", "M105 M106 M109"),
    _row("二（二）第4点", "上面要求设的，人员、经费由上面出，不转给村里", "M103 T109 M111"),
    _row(
        "二（二）第5点", "在综合服务设施里办公，一站式服务；省里定建设标准",
        reason="谁在哪里办公、设施怎么分区，没有公开的数据；文件写到的设施收在 facilities 里",
    ),
    _row(
        "二（二）第6点", "数量、名称、式样由省里统一规定",
        "G101 G102 G118 G119 G104 G117 G106 G112 G107 G110 G113 G111 G114",
    ),
    _row("二（二）第6点", "不得要求村里对口挂牌", "G120 M110"),
    _row("二（二）第6点", "外面挂哪几块、里面挂什么", "G115 G116"),
    _row(
        "二（二）第6点", "村务公开栏定期更新",
        reason="更新了没有，没有公开的数据；公开栏收在 signs、facilities 里",
    ),
    _row("二（二）第6点", "表彰奖励集中展陈", "G103"),
    _row(
        "二（三）第7点", "没有法律法规、国务院决定等依据的，不得要村里开证明",
        "B101 B104 B105 B108 C103 C104 C121",
    ),
    _row(
        "二（三）第7点", "省里分批取消只有地方依据、不合实际的证明；法律写明的不能自行取消",
        "C107 C126 C113 C114",
    ),
    _row(
        "二（三）第7点", "网上核验、主动调查、告知承诺代替证明",
        reason="说的是部门怎么办，不是村里的事项；规定写在有关页面上（provisions/digital-check）",
    ),
    _row("二（三）第8点", "职责内的及时据实出具", "C103 C106 C120 C121"),
    _row("二（三）第8点", "省里分类定式样、程序、操作规范", "C109 C117 C111 C124 F105 F106"),
    _row("二（三）第8点", "省里没有统一规范的，能核实的据实出具", "C116"),
    _row("二（三）第8点", "重大的、有法律风险的，先查实、议事", "C127"),
    _row("二（三）第8点", "清单上不开的，做好解释，告诉人去哪里办；还要的，报乡镇协调", "C102 C127 I120"),
    _row("三（一）", "分级建台账，写明时间进度和责任主体", "T120"),
    _row(
        "三（一）", "列入党委书记述职和部门考核",
        reason="考核结果没有公开的数据；规定写在有关页面上（provisions/leaders-appraisal）",
    ),
    _row("三（二）", "分级定指导目录，准入，动态调整", "T113 T116 T120"),
    _row(
        "三（二）", "没有依据、没有经费、没有效用、群众不认可的，坚决取消；有法律依据的不在其内",
        "T114 T118 B103 T121 M112",
    ),
    _row("三（二）", "负担常态监管、通报", "F108 F109"),
    _row(
        "三（三）", "村里配合，把保留下来的事与部门衔接好",
        reason="衔接得怎样，没有公开的数据；规定写在有关页面上（provisions/keep-in-touch）",
    ),
    _row("三（三）末段", "城市社区参照执行", "C110 C123 C127"),
)  # fmt: skip


def points_of(references: str) -> frozenset[str]:
    """Return the points of the Opinion that a manual's References name, such as 二（三）第7点."""
    text = " ".join(references.split())
    if OPINION not in text:
        return frozenset()
    named = re.split(r"[;.]", text.partition(OPINION)[2])[0]
    found, part = set(), ""
    for whole, number in re.findall(r"([一二三]（[一二三]）)?(第\d点|末段)?", named):
        part = whole or part
        if whole or number:
            found.add(part + number)
    return frozenset(found)
