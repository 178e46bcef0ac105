"""Which job is next: a pure function, used to choose and to predict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.card.tenant import ModelKind
from engine.jobs.job import Job, JobKind

_PREPARES_PICTURES = frozenset({JobKind.OUTLINE, JobKind.SCENES, JobKind.TRANSLATE})


def choose(waiting: Sequence[Job], resident: frozenset[ModelKind]) -> Job | None:
    """Return the job to do next, None if nothing can be done.

    The resident model's work is finished before another model is loaded. A picture waits for the words it is made
    from: it is not painted while a job for its page's text or its translation waits before it.

    Args:
        waiting: jobs in the order the author wished them.
        resident: kinds of model that are in memory, so that using them costs no load.
    """
    ready = list(_ready(waiting))
    if not ready:
        return None
    return next((job for job in ready if job.model in resident), ready[0])


def order(waiting: Sequence[Job], resident: frozenset[ModelKind]) -> tuple[Job, ...]:
    """Return the waiting jobs in the order in which `choose` will take them."""
    left = list(waiting)
    ordered: list[Job] = []
    while job := choose(left, resident):
        ordered.append(job)
        left.remove(job)
        resident = frozenset({job.model})
    return tuple(ordered)


def _ready(waiting: Sequence[Job]) -> Iterator[Job]:
    in_preparation: set[str] = set()
    outline_open = False
    for job in waiting:
        if job.kind in _PREPARES_PICTURES:
            outline_open = outline_open or job.kind is JobKind.OUTLINE
            in_preparation.update(job.pages)
            yield job
        elif job.kind is JobKind.PAINT and (outline_open or in_preparation.intersection(job.pages)):
            continue
        else:
            yield job
