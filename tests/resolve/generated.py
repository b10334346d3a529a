"""Catalogues for the property tests: three places, a matter and what it became, every verb, every way of ending."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.resolve.asking import ITEM
from tests.small import BASE, certificate

DAYS = [date(2020, 1, 1) + timedelta(days=183 * n) for n in range(12)]
VERDICTS = ["must_not", "not_needed", "may_issue", "unknown"]
NAMES = ["甲", "乙", "丙"]


@st.composite
def bounds(draw: st.DrawFn) -> str:
    """Return `from` and `until` of a step: days, months, years, or none."""
    start = draw(st.sampled_from([*DAYS[:8], None]))
    if start is None:
        return ""
    text = draw(st.sampled_from([start.isoformat(), start.isoformat()[:7], start.isoformat()[:4]]))
    end = draw(st.sampled_from([None, None, DAYS[-2]]))
    return f'from: "{text}", ' + (f'until: "{end.isoformat()}", ' if end else "")


@st.composite
def changes(draw: st.DrawFn, source: str, adopts: bool = False) -> str:
    """Return the changes of a file; `adopts` puts an adoption first."""
    lines = [f'  - {{from: "{DAYS[2].isoformat()}", source: {source}, adopt: true}}'] if adopts else []
    for _ in range(draw(st.integers(0, 3))):
        name, verdict = draw(st.sampled_from(NAMES)), draw(st.sampled_from(VERDICTS))
        body = draw(st.sampled_from([
            f"set: {{name: {name}}}", f"set: {{cases: [{{id: default, verdict: {verdict}}}]}}",
            f"add: {{aliases: [{name}]}}", "remove: {aliases: [丁]}", "unset: [aliases]", "unset: [cases.two]",
            "withdraw: true", "restore: true", "withdraw: true, below: open",
            f"set: {{cases: [{{id: two, for: [village], when: 在外地, verdict: {verdict}}}]}}",
            f"set: {{cases: [{{id: three, before: two, for: [village], when: 在本地, verdict: {verdict}}}]}}",
            f"set: {{name: {name}}}, prevails: true, clause: 第一条", f"continue: {{source: {source}}}",
        ]))  # fmt: skip
        lines.append(f"  - {{{draw(bounds())}source: {source}, {body}}}")
    if lines and draw(st.booleans()):
        lines.append(
            f'  - {{from: "{DAYS[5].isoformat()}", keep: [name], reason: 照旧, inherited: {{name: 甲}}}}'
        )
    return "changes:\n" + "\n".join(lines) + "\n" if lines else ""


@st.composite
def below(draw: st.DrawFn, source: str, adopts: bool) -> str:
    """Return what a place below the root says of the matter: nothing, an adjustment, its own introduction."""
    kind = draw(st.sampled_from(["none", "adjusts", "adjusts", "introduces"]))
    own = draw(changes(source, adopts and draw(st.booleans())))
    if kind == "adjusts" and own:
        return "adjusts: national\n" + own
    if kind != "introduces":
        return ""
    joins = f'joins: {{place: national, from: "{DAYS[4].isoformat()}", source: {source}, keep: [name]}}\n'
    text = certificate(draw(st.sampled_from(VERDICTS)), source) + draw(st.sampled_from(["", joins]))
    return text + own


@st.composite
def catalogues(draw: st.DrawFn) -> dict[str, str]:
    """Return the files of a catalogue."""
    opt_in = draw(st.integers(0, 4)) == 0
    introduced = certificate(
        draw(st.sampled_from(VERDICTS)), draw(st.sampled_from(["notice", "law"])), more="aliases: [丁]\n"
    )
    introduced += draw(
        st.sampled_from(["", "", f'from: "{DAYS[4].isoformat()}"\n', f'until: "{DAYS[6].isoformat()}"\n'])
    )
    introduced += "adoption: opt-in\n" if opt_in else ""
    files = {**BASE, f"national/{ITEM}.yaml": introduced + draw(changes("notice"))}
    for place, source in (("hubei", "local"), ("hubei/shiyan", "hubei/local")):
        if text := draw(below(source, opt_in)):
            files[f"{place}/{ITEM}.yaml"] = text
    for part in (powers, redirects, merger):
        if draw(st.integers(0, 2)) == 0:
            files |= draw(part())
    return files


@st.composite
def powers(draw: st.DrawFn) -> dict[str, str]:
    """Return a provision that narrows what the places below may do (F27)."""
    start, verb = (
        draw(st.sampled_from(DAYS[:8])),
        draw(st.sampled_from(["set", "introduce", "withdraw", "add"])),
    )
    return {
        "national/provisions/powers.yaml": (
            f'name: 不得改动\nsource: notice\nfrom: "{start.isoformat()}"\nbasis: [{{id: a, source: notice}}]\n'
            "topic: powers\ntext: 由全国统一。\n"
            f"powers: [{{id: p, kind: certificates, verbs: [{verb}], levels: [province, city]}}]\n"
        )
    }


@st.composite
def redirects(draw: st.DrawFn) -> dict[str, str]:
    """Return the redirect of the matter's id to a new one (F20)."""
    start = draw(st.sampled_from(DAYS[4:9])).isoformat()
    new = certificate(draw(st.sampled_from(VERDICTS)), name="新证明") + f'from: "{start}"\n'
    return {
        "national/certificates/new.yaml": new,
        "national/redirects.yaml": (
            f'redirects: [{{id: a, item: {ITEM}, to: [certificates/new], from: "{start}", source: notice}}]\n'
        ),
    }


@st.composite
def merger(draw: st.DrawFn) -> dict[str, str]:
    """Return the end of the city, and the one that carries over what it said (F33)."""
    day = draw(st.sampled_from(DAYS[3:9])).isoformat()
    return {
        "hubei/shiyan/place.yaml": f'name: 十堰市\nlevel: city\nended: {{on: "{day}", into: [hubei/xin]}}\n',
        "hubei/xin/place.yaml": (
            f'name: 新市\nlevel: city\nfrom: "{day}"\ncarries: [{{from: hubei/shiyan, items: [{ITEM}]}}]\n'
        ),
    }
