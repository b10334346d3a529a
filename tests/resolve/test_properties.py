"""Properties of the fold over generated catalogues (FOLD F1, F8, F14, F40, F42, F43)."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.catalogue import load_catalogue
from generator.check import Checked
from generator.findings import Severity, in_order
from generator.reading.yaml_reader import read_yaml
from generator.resolve import resolve, resolve_tree
from generator.resolve.export import directory_data
from generator.resolve.judge import judge_changes
from tests.resolve.asking import ITEM
from tests.resolve.generated import DAYS, catalogues

FAST = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


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
    for place in resolve_tree(one.catalogue, on):
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
        # What lapsed or became another id speaks as of the day before it did (F6, F20).
        if item is not None and (gone is None or gone.how == "withdrawn"):
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
    assume("hubei/shiyan" in tree)  # the city may have ended
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


# What the generated catalogues must come to, in how many of a hundred at least: a property that meets none is idle.
SHARES = {
    "withdrawn": 10, "lapsed": 2, "redirected": 10, "offered": 4, "adopted": 1, "introduced below": 5, "joined": 2,
    "carried": 4, "powers": 3, "suspended": 10, "superseded": 1, "converged": 5, "continued": 2, "uncertain": 5,
    "announced": 10,
}  # fmt: skip


def shapes(result: Checked, on: date) -> set[str]:
    """Return what happens in a catalogue on a day."""
    found: set[str] = set()
    for place, directory in resolve_tree(result.catalogue, on).items():
        found |= {gone.how for gone in directory.withdrawn.values()}
        found |= {"offered"} if directory.offered else set()
        found |= {"announced"} if directory.upcoming else set()
        for item in directory.items.values():
            trails = [step for value in item.values.values() for step in value.trail]
            trails += [step for trail in item.past.values() for step in trail]
            found |= {step.fate for step in trails} - {"applied"}
            found |= {"continued"} if any(s.verb == "continue" for s in trails) else set()
            found |= {"powers"} if any(s.why and "不得改动" in s.why.zh for s in trails) else set()
            found |= {"joined"} if any("joins" in s.more for s in item.history) else set()
            found |= {"adopted"} if item.opt_in and place != item.introduced_by else set()
            found |= {"introduced below"} if item.introduced_by != "national" else set()
            found |= {"uncertain"} if item.date_uncertain or item.absent_uncertain else set()
            found |= {"uncertain"} if any(v.date_uncertain for v in item.values.values()) else set()
            own = any(step.position.file.startswith("catalog/hubei/shiyan/") for step in item.history)
            found |= {"carried"} if place == "hubei/xin" and own else set()
    return found


def test_the_generator_makes_catalogues_of_every_shape() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(catalogues(), st.sampled_from(DAYS[3:9]))
    def count(files: dict[str, str], on: date) -> None:
        seen.update([*shapes(loaded(files), on), "all"])

    count()
    shares = {shape: round(100 * seen[shape] / seen["all"]) for shape in SHARES}
    print(shares)
    assert {shape: share for shape, share in shares.items() if share < SHARES[shape]} == {}
