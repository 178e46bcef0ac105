"""The numbers decide who may stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.card.residency import MARGIN, Mode, Policy, evictions, residency, room_needed
from engine.card.tenant import ModelKind

GIB = 1024**3
NEEDS = {ModelKind.TEXT: 5 * GIB, ModelKind.IMAGE: 4 * GIB}
SIZES = st.integers(min_value=0, max_value=200 * GIB)


@pytest.mark.parametrize(
    ("policy", "total", "mode"),
    [
        (Policy.AUTO, 6 * GIB, Mode.SERIAL),
        (Policy.AUTO, 16 * GIB, Mode.WARM),
        (Policy.AUTO, 9 * GIB, Mode.SERIAL),
        (Policy.AUTO, None, Mode.SERIAL),
        (Policy.SERIAL, 96 * GIB, Mode.SERIAL),
        (Policy.WARM, 6 * GIB, Mode.WARM),
    ],
)
def test_mode(policy: Policy, total: int | None, mode: Mode) -> None:
    assert residency(policy, NEEDS, total).mode is mode


@pytest.mark.parametrize("policy", Policy)
def test_a_writer_that_lives_elsewhere_never_costs_the_pictures_their_place(policy: Policy) -> None:
    found = residency(policy, NEEDS | {ModelKind.TEXT: 0}, 6 * GIB)
    assert found.mode is Mode.API
    assert evictions(ModelKind.TEXT, frozenset({ModelKind.IMAGE}), found.mode) == frozenset()


def test_every_mode_gives_its_reason() -> None:
    assert "9.0 GiB of 6.0 GiB" in residency(Policy.AUTO, NEEDS, 6 * GIB).reason


@given(SIZES, SIZES, SIZES)
def test_both_stay_only_where_both_fit(text: int, image: int, total: int) -> None:
    found = residency(Policy.AUTO, {ModelKind.TEXT: text, ModelKind.IMAGE: image}, total)
    if found.mode is Mode.WARM:
        assert text + image < total


@given(st.sampled_from(ModelKind), st.frozensets(st.sampled_from(ModelKind)), st.sampled_from(Mode))
def test_the_wanted_model_is_never_evicted(want: ModelKind, held: frozenset[ModelKind], mode: Mode) -> None:
    leaving = evictions(want, held, mode)
    assert want not in leaving
    assert leaving <= held
    if mode is Mode.SERIAL:
        assert held - leaving <= {want}


@given(SIZES, st.none() | SIZES)
def test_the_room_asked_for_can_be_had(need: int, baseline: int | None) -> None:
    needed = room_needed(need, baseline)
    assert 0 <= needed <= need + MARGIN
    if baseline is not None:
        assert needed <= baseline
