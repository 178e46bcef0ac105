"""The least weighted waiting an evening allows, known in advance and searched exhaustively.

Jobs of one kind that differ in nothing but the moment they were wished for stand in a lane and leave it in the order
they came: exchanging two of them never helps. So a state is how far each lane has come and which model is on the card;
for each state only those (time, cost) are kept that no other beats in both. Waiting idly for a wish and loading a model
before its job has been wished for are allowed: the bound knows the future.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.card.tenant import ModelKind
from engine.jobs.policy import Swaps
from engine.units import Seconds
from tests.bench.evening import Errand

State = tuple[tuple[int, ...], ModelKind | None]


@dataclass(frozen=True, slots=True)
class _Lane:
    """Jobs that differ only in when they came; `after` says for each which lanes must have come how far."""

    errands: tuple[Errand, ...]
    after: tuple[tuple[tuple[int, int], ...], ...]


def least_waiting(errands: Sequence[Errand], swaps: Swaps) -> float:
    """Return the least possible sum of weight times (completion - release)."""
    lanes = _lanes(errands)
    layer: dict[State, list[tuple[Seconds, float]]] = {(tuple(0 for _ in lanes), None): [(0.0, 0.0)]}
    for _ in errands:
        following: dict[State, list[tuple[Seconds, float]]] = {}
        for (places, model), labels in layer.items():
            resident = frozenset({model}) if model is not None else frozenset[ModelKind]()
            for number, lane in enumerate(lanes):
                place = places[number]
                if place == len(lane.errands) or any(places[other] < far for other, far in lane.after[place]):
                    continue
                errand = lane.errands[place]
                load = swaps.to(errand.job.model, resident)
                state = (*places[:number], place + 1, *places[number + 1 :]), errand.job.model
                reached = following.setdefault(state, [])
                for time, cost in labels:
                    end = max(time + load, errand.at) + errand.work
                    reached.append((end, cost + errand.weight * (end - errand.at)))
        layer = {state: _unbeaten(labels) for state, labels in following.items()}
    return min(cost for labels in layer.values() for _, cost in labels)


def _unbeaten(labels: list[tuple[Seconds, float]]) -> list[tuple[Seconds, float]]:
    labels.sort()
    kept: list[tuple[Seconds, float]] = []
    for time, cost in labels:
        if not kept or cost < kept[-1][1]:
            kept.append((time, cost))
    return kept


def _lanes(errands: Sequence[Errand]) -> list[_Lane]:
    """Sort the jobs into lanes.

    A job that waits for one wished for at the same moment belongs to a chain; chains that are alike are exchanged as
    wholes. Jobs that wait for the same job are alike too.
    """
    by_id = {errand.job.id: errand for errand in errands}
    waited_for: dict[str, int] = {}
    for errand in errands:
        for earlier in errand.after:
            waited_for[earlier] = waited_for.get(earlier, 0) + 1
    groups: dict[tuple[object, ...], list[Errand]] = {}
    for errand in sorted(errands, key=lambda errand: errand.at):
        own = {earlier for earlier in errand.after if waited_for[earlier] == 1}
        assert all(by_id[earlier].at == errand.at for earlier in own), "not a chain wished for at once"
        key = (
            errand.job.model,
            errand.work,
            errand.weight,
            errand.after - own,
            bool(own),
            waited_for.get(errand.job.id),
        )
        groups.setdefault(key, []).append(errand)
    where = {
        errand.job.id: (number, place + 1)
        for number, group in enumerate(groups.values())
        for place, errand in enumerate(group)
    }
    return [
        _Lane(tuple(group), tuple(tuple(where[earlier] for earlier in errand.after) for errand in group))
        for group in groups.values()
    ]
