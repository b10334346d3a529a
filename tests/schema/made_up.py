"""Made-up files for what no real file of the catalogue says yet: (kind, YAML). Nothing in them is a fact."""

MADE_UP: tuple[tuple[str, str], ...] = (
    (
        "tasks",
        """
adjusts: national
accepted:
  - {code: B105, at: changes.0, reason: 某理由, on: "2024-05-01"}
changes:
  - {from: "2022", source: paper, adopt: true}
  - {from: "2023", source: paper, withdraw: true, below: ends, grounds: [no_basis, returned], returned_to: 某局}
  - {from: "2024", source: paper, restore: true}
  - {from: "2025", source: paper, keep: [says], inherited: {says: 某}}
  - {from: "2025", continue: {source: paper}}
  - {from: "2026", source: paper, clause: 第一条, set: {says: 某}, prevails: true}
""",
    ),
    (
        "tasks",
        """
name: 某事
source: paper
verdict: assist
grade: joint
stream: public_matter
adoption: opt-in
distinct: [{item: tasks/other, why: 另一件事}]
joins: {place: national, from: "2024", source: paper}
""",
    ),
    (
        "certificates",
        """
name: 某证明
source: paper
cases:
  - {id: default, for: [village], verdict: may_issue, time_limit: {days: 3, day_kind: calendar}}
""",
    ),
    ("facilities", 'adjusts: national\nchanges:\n  - {from: "2024", source: paper, withdraw: true}\n'),
    ("forms", 'adjusts: national\nchanges:\n  - {from: "2024", source: paper, withdraw: true}\n'),
    ("provisions", 'adjusts: national\nchanges:\n  - {from: "2024", source: paper, set: {text: 某}}\n'),
    ("forms", "name: 某表\nsource: paper\nmedium: [app]\nfiling: one_off\napproval: {level: county}\n"),
    (
        "provisions",
        """
name: 某规定
source: paper
topic: powers
text: 某。
powers:
  - {id: a, kind: tasks, verbs: [introduce], levels: [county]}
procedure:
  - {id: a, do: 某, days: 3, day_kind: calendar}
""",
    ),
    (
        "place",
        """
name: 某县
level: county
publisher: {office: 某局, adopted_by: paper}
ended: {on: "2024-01-01", into: [hubei/other]}
changes:
  - {from: "2020", set: {name: 某市, code: "420000"}}
carries:
  - {from: hubei/old}
""",
    ),
    (
        "proposals",
        """
title: 某申请
track: admission
action: add
kind: tasks
deadlines:
  - {id: decision, of: 审批, days: 15, day_kind: working}
tests:
  basis: {met: "yes"}
  funding: {met: "no"}
  use: {met: unstated}
  recognition: {met: unstated}
states:
  - {id: proposed, state: proposed, source: paper}
""",
    ),
    (
        "redirects",
        'redirects:\n  - {id: a, item: tasks/old, to: [tasks/new], from: "2024-01-01", source: paper}\n',
    ),
    (
        "signs",
        """
name: 某牌
source: paper
kind: plaque
position: outside
usual: permitted
orientation: horizontal
viewpoint: facing_the_building
layouts:
  - {id: a, basis: [b], background: white, text_colour: gold}
""",
    ),
    (
        "sources",
        """
title: 某法
kind: law
copy: repository
read: part
editions:
  - {id: "2018", from: "2018-01-01"}
  - {id: "2025", from: "2025-01-01", renumbered: {第一条: 第二条}, rest: unchanged}
""",
    ),
)
