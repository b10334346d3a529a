"""C201: a place below that permits what a place above excludes

What it does: compares each change of a verdict with what the place inherits on that day: what a list above names as
    not to be issued, not to be done or not allowed stays so below. The fold itself finds it (`resolve/judge.py`).
Why: a national or provincial directory binds everybody below; a clerk who reads 可以开 in the county's directory
    would issue a proof that the receiving office must not even ask for.
Example:
    in catalog/hubei/certificates/household-entry-change.yaml
    - (end)
    +   - from: "2021-01"
    +     source: min-2020-32
    +     set: {cases: [{id: default, verdict: may_issue}]}
    +     was: {cases: [{id: default, verdict: must_not}]}
Use instead: the inherited verdict; where a local document does say otherwise, a `conflicts` entry that tells what it
    says and leaves the verdict as it is.
How to mend: take the change back, or record the conflict (docs/guides/conflict.md); an exception that the place above
    allows by name (`exceptions`) may be used.
References: 厅字〔2022〕28号 二（三）第7点; FOLD F14, F16, F26, F31.
"""
