"""Properties of the fold over generated catalogues (FOLD F1, F8, F14, F40, F42, F43)."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.catalogue import load_catalogue
from generator.check import Checked
from generator.findings import Severity, in_order
from generator.reading.yaml_reader import read_yaml
from generator.resolve import resolve, resolve_tree
from generator.resolve.case import folded
from generator.resolve.export import directory_data
from generator.resolve.fold import fold_item
from generator.resolve.judge import judge_changes
from generator.resolve.plan import plan_of
from generator.resolve.state import Effect
from tests.resolve.asking import ITEM
from tests.small import BASE, certificate

DAYS = [date(2020, 1, 1) + timedelta(days=183 * n) for n in range(12)]
VERDICTS = ["must_not", "not_needed", "may_issue", "unknown"]
NAMES = ["甲", "乙", "丙"]
FAST = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def bounds(draw: st.DrawFn) -> str:
    start = draw(st.sampled_from([*DAYS[:8], None]))
    if start is None:
        return ""
    text = draw(st.sampled_from([start.isoformat(), start.isoformat()[:7], start.isoformat()[:4]]))
    end = draw(st.sampled_from([None, None, DAYS[-2]]))
    return f'from: "{text}", ' + (f'until: "{end.isoformat()}", ' if end else "")


@st.composite
def changes(draw: st.DrawFn, source: str) -> str:
    lines = []
    for _ in range(draw(st.integers(0, 3))):
        name, verdict = draw(st.sampled_from(NAMES)), draw(st.sampled_from(VERDICTS))
        body = draw(st.sampled_from([
            f"set: {{name: {name}}}", f"set: {{cases: [{{id: default, verdict: {verdict}}}]}}",
            f"add: {{aliases: [{name}]}}", "unset: [aliases]", "withdraw: true", "restore: true",
            f"set: {{cases: [{{id: two, for: [village], when: 在外地, verdict: {verdict}}}]}}",
            f"set: {{name: {name}}}, prevails: true, clause: 第一条", f"continue: {{source: {source}}}",
        ]))  # fmt: skip
        lines.append(f"  - {{{draw(bounds())}source: {source}, {body}}}")
    return "changes:\n" + "\n".join(lines) + "\n" if lines else ""


@st.composite
def catalogues(draw: st.DrawFn) -> dict[str, str]:
    introduced = certificate(
        draw(st.sampled_from(VERDICTS)), draw(st.sampled_from(["notice", "law"])), more="aliases: [丁]\n"
    )
    start = draw(st.sampled_from(["", "", f'from: "{DAYS[4].isoformat()}"\n']))
    files = {**BASE, f"national/{ITEM}.yaml": introduced + start + draw(changes("notice"))}
    for place in ("hubei", "hubei/shiyan"):
        kind = draw(st.sampled_from(["none", "adjusts", "introduces"]))
        below = draw(changes("hubei/local" if "/" in place else "local"))
        if kind == "adjusts" and below:
            files[f"{place}/{ITEM}.yaml"] = "adjusts: national\n" + below
        elif kind == "introduces":
            source = "hubei/local" if "/" in place else "local"
            files[f"{place}/{ITEM}.yaml"] = certificate(draw(st.sampled_from(VERDICTS)), source) + below
    return files


def loaded(files: dict[str, str]) -> Checked:
    """Return the files as a catalogue and the findings of the fold's judge, nothing left out."""
    documents = [read_yaml(text.encode(), f"catalog/{name}") for name, text in files.items()]
    catalogue, found = load_catalogue(documents, "catalog")  # type: ignore[arg-type]
    return Checked(catalogue, in_order([*found, *judge_changes(catalogue)]), len(files))


def said(result: Checked, place: str, on: date) -> str:
    return json.dumps(
        directory_data(result.catalogue, resolve(result.catalogue, place, on)), ensure_ascii=False
    )


@FAST
@given(catalogues(), st.sampled_from(DAYS), st.randoms())
def test_f42_the_order_of_files_and_a_second_run_change_nothing(
    files: dict[str, str], on: date, random: object
) -> None:
    shuffled = list(files.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = loaded(files), loaded(dict(shuffled))
    assert one.findings == two.findings
    for place in ("national", "hubei", "hubei/shiyan"):
        assert said(one, place, on) == said(two, place, on) == said(one, place, on)


@FAST
@given(catalogues(), st.sampled_from(DAYS[1:]))
def test_f1_a_step_shows_from_its_day_on_and_not_before(files: dict[str, str], on: date) -> None:
    text = f'  - {{from: "{on.isoformat()}", source: notice, set: {{asked_by: [银行]}}}}\n'
    own = files[f"national/{ITEM}.yaml"]
    files[f"national/{ITEM}.yaml"] = own + ("" if "changes:" in own else "changes:\n") + text
    result = loaded(files)
    before = resolve(result.catalogue, "national", on - timedelta(days=1))
    after = resolve(result.catalogue, "national", on)
    for directory, expected in ((before, None), (after, ["银行"])):
        gone = directory.withdrawn.get(ITEM)
        item = directory.items.get(ITEM) or (gone.item if gone else None)
        if item is not None:
            assert item.get("asked_by") == expected


@FAST
@given(catalogues(), st.sampled_from(DAYS))
def test_f40_every_trail_replays_to_its_value(files: dict[str, str], on: date) -> None:
    result = loaded(files)
    for directory in resolve_tree(result.catalogue, on).values():
        for item in directory.items.values():
            for path, leaf in item.values.items():
                replayed = None
                for step in leaf.trail:
                    if step.fate == "applied":
                        assert step.old == replayed or step.verb in ("introduce", "continue"), path
                        replayed = step.value
                assert replayed == leaf.value, path


@FAST
@given(catalogues(), st.sampled_from(DAYS))
def test_f43_a_place_without_files_has_its_parents_directory(files: dict[str, str], on: date) -> None:
    files["hubei/shiyan/maojian/place.yaml"] = "name: 茅箭区\nlevel: county\n"
    tree = resolve_tree(loaded(files).catalogue, on)
    below, above = tree["hubei/shiyan/maojian"], tree["hubei/shiyan"]
    assert replace(below, place="", chain=()) == replace(above, place="", chain=())


@FAST
@given(catalogues(), st.sampled_from(DAYS))
def test_f8_the_tree_and_one_place_agree_and_others_do_not_matter(files: dict[str, str], on: date) -> None:
    alone = loaded({name: text for name, text in files.items() if not name.startswith("hubei/")})
    whole = loaded(files)
    tree = resolve_tree(whole.catalogue, on)
    for place, directory in tree.items():
        assert directory == resolve(whole.catalogue, place, on)
    assert said(whole, "national", on) == said(alone, "national", on)


def errors(result: Checked, place: str) -> set[str]:
    """Return the errors in a place's files, by what is wrong."""
    return {
        f"{f.position} {f.code}" for f in result.findings
        if f.severity is Severity.ERROR and f.position.file.startswith(f"catalog/{place}/")
    }  # fmt: skip


@FAST
@given(
    catalogues(),
    st.sampled_from(["must_not", "not_needed", "unknown"]),
    st.sampled_from(["set", "withdraw", "unset"]),
)
def test_f14_what_an_ancestor_does_later_is_never_an_error_below(
    files: dict[str, str], verdict: str, act: str
) -> None:
    body = {
        "set": f"set: {{cases: [{{id: default, verdict: {verdict}}}], name: 后名}}", "withdraw": "withdraw: true",
        "unset": "unset: [aliases, cases.default.basis]",
    }[act]  # fmt: skip
    own = files[f"national/{ITEM}.yaml"]
    later = f'  - {{from: "2030-01-01", source: notice, {body}}}\n'
    moved = {**files, f"national/{ITEM}.yaml": own + ("" if "changes:" in own else "changes:\n") + later}
    before, after = loaded(files), loaded(moved)
    assert errors(after, "hubei") <= errors(before, "hubei")


def test_the_generator_makes_catalogues_of_every_shape(tmp_path: Path) -> None:
    """The properties would hold of an empty catalogue: make sure that the generated ones say something."""
    seen = {"withdrawn": 0, "suspended": 0, "below": 0}

    @settings(max_examples=150, deadline=None, database=None)
    @given(catalogues())
    def count(files: dict[str, str]) -> None:
        result = loaded(files)
        for directory in resolve_tree(result.catalogue, DAYS[3]).values():
            seen["withdrawn"] += bool(directory.withdrawn)
            for item in directory.items.values():
                seen["below"] += item.introduced_by != "national"
                seen["suspended"] += any(s.fate == "suspended" for v in item.values.values() for s in v.trail)

    count()
    assert all(seen.values()), seen


@FAST
@given(catalogues(), st.integers(0, 2500), st.integers(0, 9))
def test_f7_between_two_events_nothing_changes(files: dict[str, str], days: int, kept: int) -> None:
    """What the judge folds as of the last event, once for many days, is the fold of the day itself."""
    chain = ("national", "hubei", "hubei/shiyan")
    files["hubei/place.yaml"] += 'changes:\n- {from: "2022-05", set: {level: city}, source: local}\n'
    plan, on = plan_of(loaded(files).catalogue), date(2019, 12, 1) + timedelta(days=days)
    for depth in (1, 2, 3):
        own = plan.steps[ITEM].get(chain[depth - 1], ())
        for without in (frozenset(), frozenset(step.key for step in own[kept:])):
            asked = (plan, ITEM, chain[:depth], on, without)
            once, itself = folded(*asked), fold_item(*asked)
            assert (once.item, once.gone, once.offered) == (itself.item, itself.gone, itself.offered)
            assert [_plain(effect) for effect in once.effects] == [_plain(e) for e in itself.effects]


def _plain(effect: Effect) -> tuple[object, ...]:
    return (effect.step.key, effect.verb, effect.path, effect.old, effect.new, effect.fate, effect.refusal)
