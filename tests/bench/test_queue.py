"""How long an author waits, as a multiple of the best possible; the rules of other programs beside it."""

from __future__ import annotations

import time
from statistics import mean
from uuid import UUID

import pytest

from engine.jobs.forecast import forecast
from engine.jobs.job import Job, JobKind
from engine.jobs.policy import Situation, Waiting
from tests.bench.evening import DISKS, errands, read
from tests.bench.simulation import collate, fibel, fifo, play

pytestmark = pytest.mark.bench

RULES = {
    "first come, first served": fifo,
    "what the model there can do": collate,
    "Fibel": fibel,
}


def test_waiting_against_the_optimum() -> None:
    evenings = read()
    print(f"\nweighted waiting over {len(evenings)} evenings, as a multiple of the exact optimum: mean (worst)")
    print(f"{'':28}" + "".join(f"{disk:>16}" for disk in DISKS) + f"{'longest wait':>16}{'swaps':>8}   (SATA)")
    for name, rule in RULES.items():
        cells, longest, switched = [], 0.0, 0
        for disk, swaps in DISKS.items():
            played = [play(errands(evening.wishes), swaps, rule) for evening in evenings]
            ratios = [here.waited / evening.optimum[disk] for here, evening in zip(played, evenings, strict=True)]
            cells.append(f"{mean(ratios):.2f} ({max(ratios):.2f})")
            if disk == "SATA":
                longest, switched = max(here.longest for here in played), sum(here.swaps for here in played)
        print(f"{name:28}" + "".join(f"{cell:>16}" for cell in cells) + f"{longest:>14.0f} s{switched:>8}")


@pytest.mark.parametrize("jobs", [20, 60, 200])
def test_time_to_foresee_a_list(jobs: int) -> None:
    kinds = (JobKind.TRANSLATE, JobKind.PAINT, JobKind.PAINT, JobKind.REWRITE)
    waiting = [
        Waiting(Job(id=str(UUID(int=n)), kind=kinds[n % 4], pages=(f"p{n // 2:03d}",)), 20.0, float(n))
        for n in range(jobs)
    ]
    began = time.perf_counter()
    forecast(waiting, Situation(DISKS["SATA"], now=300.0))
    print(f"\n{jobs} waiting jobs foreseen in {(time.perf_counter() - began) * 1000:.1f} ms")
