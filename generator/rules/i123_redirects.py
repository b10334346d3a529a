"""I123, I122: ids that became others

What it does: checks redirects.yaml (kept by the introducing place, same kind, no redirect onto a redirect of the same
    file), and finds files, lists, references and redirects below that still use an id which has become another.
Why: a link or a file of a county must not lead nowhere because the nation renamed a slug.
Use instead: the last id: `tasks/a → tasks/c`, `tasks/b → tasks/c`, never `a → b → c`.
How to mend: write the redirect where the item is introduced, to an id of the same kind; rename the reference.
References: FOLD F20.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Redirect
from generator.catalogue.references import references
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each wrong redirect, and for each list entry that uses a redirected id."""
    for redirect in catalogue.redirects:
        yield from _wrong(catalogue, redirect)
        yield from _still_used(catalogue, redirect)
    moved: dict[str, list[Redirect]] = {}
    for redirect in catalogue.redirects:
        moved.setdefault(redirect.item, []).append(redirect)
    redirects = {r.document.file: (r.document, "redirects", r.place) for r in catalogue.redirects}
    holders = [*redirects.values()]
    holders += [(r.document, r.kind, r.place) for found in catalogue.records.values() for r in found.values()]
    holders += [(f.document, f.kind, f.place) for files in catalogue.items.values() for f in files.values()]
    for document, kind, place in holders if moved else ():
        for reference in references(document, kind):
            above = catalogue.chain(place)[:-1] if kind == "redirects" else catalogue.chain(place)
            named = moved.get(reference.text, ()) if reference.target == "item" else ()
            used = next((redirect for redirect in named if redirect.place in above), None)
            if used is not None:
                where = document.at(reference.path)
                fix = used.to[0] if len(used.to) == 1 else None
                yield finding("I122", where, old=used.item, new=used.to, day=used.start.text, fix=fix)


def _still_used(catalogue: Catalogue, redirect: Redirect) -> Iterator[Finding]:
    """Find the files below that use an id which became another."""
    for place, file in catalogue.items.get(redirect.item, {}).items():
        inside = place != redirect.place and redirect.place in catalogue.chain(place)
        if inside:
            new = redirect.to
            yield finding("I122", file.document.at(), old=redirect.item, new=new, day=redirect.start.text)


def _wrong(catalogue: Catalogue, redirect: Redirect) -> Iterator[Finding]:
    document, mark = redirect.document, redirect.mark
    files = catalogue.items.get(redirect.item, {})
    if redirect.place not in files or not files[redirect.place].introduces:
        yield finding(
            "I123", document.at((*mark, "item")), detail=f"{redirect.item} 不是本地首次列出的",
            cure="写在首次列出它的地方；旧文件留着，它的历史还要看",
            detail_en=f"{redirect.item} is not introduced here", cure_en="write it where the item is introduced",
        )  # fmt: skip
    twice = [r for r in catalogue.redirects if r.place == redirect.place and r.item == redirect.item]
    if twice[0] is not redirect:
        yield finding(
            "I123", document.at((*mark, "item")), detail=f"{redirect.item} 写了两次",
            cure="拆成几项的写在一条里", detail_en=f"{redirect.item} stands twice",
            cure_en="write a split as one entry",
        )  # fmt: skip
    kind = redirect.item.partition("/")[0]
    same_file = {r.item for r in catalogue.redirects if r.place == redirect.place}
    for index, target in enumerate(redirect.to):
        where = document.at((*mark, "to", index))
        if target.partition("/")[0] != kind:
            yield finding(
                "I123", where, detail=f"{target} 不是同一类", cure="只能改到同一类别的事项",
                detail_en=f"{target} is of another kind", cure_en="redirect within one kind",
            )  # fmt: skip
        elif target in same_file:
            yield finding(
                "I123", where, detail=f"{target} 自己也改了编号", cure="直接写最后的编号",
                detail_en=f"{target} is itself redirected", cure_en="name the last id",
            )  # fmt: skip
