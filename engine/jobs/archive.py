"""A journal that has grown long, told in fewer lines: the list, the author's steps, and where the texts come from."""

from __future__ import annotations

from engine.book.history import History, Move
from engine.jobs.job import TERMINAL, Job
from engine.jobs.records import Record, Replayed, job_record, order_record, paused_record, replay

EARLIER = 50
"""Jobs at their end that can still be looked at in the next run."""

_RETOLD = frozenset({"job", "state", "held", "order", "paused", *Move})
"""Lines whose outcome is told anew; any other line stays to the letter, provenance among them."""


def kept(records: list[Record]) -> list[Record]:
    """Return fewer records that come to the same: open jobs and the last others, history, everything else as it is."""
    replayed = replay(records)
    strangers = [record for record in records if record.get("type") not in _RETOLD]
    return [*strangers, *_list(replayed), *History.replayed(records).records()]


def worth_showing(replayed: Replayed) -> list[Job]:
    """Return the jobs that are not at their end and the last that are, in the order of the wishes."""
    ended = {job.id for job in [job for job in replayed.jobs if job.state in TERMINAL][-EARLIER:]}
    return [job for job in replayed.jobs if job.state not in TERMINAL or job.id in ended]


def _list(replayed: Replayed) -> list[Record]:
    lines = [job_record(job) for job in worth_showing(replayed)]
    if replayed.arrangement.front or replayed.arrangement.order:
        lines.append(order_record(replayed.arrangement))
    return [*lines, paused_record(True)] if replayed.paused else lines
