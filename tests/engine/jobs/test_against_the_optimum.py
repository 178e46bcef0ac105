"""The policy meets frozen evenings of an author, and the best that anybody could have done who knew them in advance."""

from __future__ import annotations

from itertools import permutations
from statistics import mean

import pytest

from engine.card.tenant import ModelKind
from engine.jobs.policy import PATIENCE, Swaps
from tests.bench.evening import DISKS, Errand, Evening, errands, invent, read
from tests.bench.optimum import least_waiting
from tests.bench.simulation import fibel, fifo, play

LIMITS = {"NVMe": 1.10, "SATA": 1.20, "HDD": 1.25}
"""Mean of the waiting, as a multiple of the optimum."""

WORST = 1.7
EVENINGS = read()


@pytest.mark.parametrize("disk", LIMITS)
def test_authors_wait_hardly_longer_than_if_the_evening_had_been_known(disk: str) -> None:
    swaps = DISKS[disk]
    ratios, longest, switched, switched_by_fifo = [], [], 0, 0
    for evening in EVENINGS:
        jobs = errands(evening.wishes)
        here = play(jobs, swaps, fibel)
        ratios.append(here.waited / evening.optimum[disk])
        longest.append(here.longest)
        switched += here.swaps
        switched_by_fifo += play(jobs, swaps, fifo).swaps
    assert min(ratios) >= 1.0 - 1e-6
    assert mean(ratios) <= LIMITS[disk]
    assert max(ratios) <= WORST
    assert max(longest) <= 3 * PATIENCE
    if disk != "NVMe":  # there a swap costs less than what it saves the author
        assert switched <= switched_by_fifo


def test_the_same_evening_is_worked_off_the_same_way() -> None:
    jobs = errands(EVENINGS[0].wishes)
    assert play(jobs, DISKS["SATA"], fibel) == play(jobs, DISKS["SATA"], fibel)


def test_the_evenings_are_those_of_the_model_and_their_optima_those_of_the_search() -> None:
    for evening in EVENINGS[:5]:
        assert evening.wishes == invent(evening.seed)
    smallest = min(EVENINGS, key=lambda evening: len(evening.wishes))
    for disk, swaps in DISKS.items():
        assert least_waiting(errands(smallest.wishes), swaps) == pytest.approx(smallest.optimum[disk], abs=0.001)


@pytest.mark.parametrize("evening", EVENINGS[:6], ids=lambda evening: f"evening-{evening.seed}")
def test_the_search_finds_what_trying_every_order_finds(evening: Evening) -> None:
    """Without lanes, on the last wishes of an evening: every order, and every job waits for its wish and its model."""
    jobs = errands(evening.wishes[-6:])
    swaps = DISKS["HDD"]
    best = min(_in_order(order, swaps) for order in permutations(jobs))
    assert least_waiting(jobs, swaps) == pytest.approx(best)


def _in_order(order: tuple[Errand, ...], swaps: Swaps) -> float:
    now = waited = 0.0
    resident = frozenset[ModelKind]()
    done: set[str] = set()
    for errand in order:
        if not errand.after <= done:
            return float("inf")
        now = max(now + swaps.to(errand.job.model, resident), errand.at) + errand.work
        resident = swaps.after(errand.job, resident)
        waited += errand.weight * (now - errand.at)
        done.add(errand.job.id)
    return waited
