"""Where "today" comes from: the only place. The same input gives the same bytes on any day.

`--on`, else SOURCE_DATE_EPOCH, else the day in UTC+8 of the catalogue's last commit; otherwise nothing, and the
command says so.
"""

import os
import subprocess
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

_CHINA = timezone(timedelta(hours=8))


def build_day(catalog: Path, commit: str = "HEAD") -> date | None:
    """Return the day to build for when none is given; None where neither the environment nor git tells it.

    `commit` is the full name of a commit, where the catalogue as of another one is meant.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(_CHINA).date()
    command = ["git", "-C", str(catalog), "log", "-1", "--format=%ct", commit, "--", "."]
    try:
        seconds = subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=30
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return None
    return datetime.fromtimestamp(int(seconds), UTC).astimezone(_CHINA).date() if seconds.isdigit() else None
