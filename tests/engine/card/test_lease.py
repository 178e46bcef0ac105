"""A lease is the only way to a model, and memory is measured free before another model is loaded."""

from __future__ import annotations

import asyncio

import pytest

from engine.card.gauge import Holder
from engine.card.lease import INSIST, SETTLE_DEADLINE, Card, Step
from engine.card.meter import Meter
from engine.card.residency import AT_ONCE, BETWEEN, FOREVER, SERIAL_KEEP, Mode, Policy
from engine.card.settling import STABLE
from engine.card.tenant import ModelKind
from engine.clock import SystemClock
from engine.errors import FibelError
from tests.engine.card.shelf import GIB, MIB, Lodger, Shelf, StillClock

TEXT, IMAGE = ModelKind.TEXT, ModelKind.IMAGE


class Crowded(Meter):
    """A driver that names somebody else."""

    def __init__(self, tenant: Lodger) -> None:
        super().__init__([tenant])

    async def holders(self) -> tuple[Holder, ...]:
        return (Holder(101, "game", 5300 * MIB),)


class Bench:
    """A card with a writer and an illustrator on it."""

    def __init__(
        self,
        *,
        total: int = 6 * GIB,
        lag: float = 1.0,
        policy: Policy = Policy.AUTO,
        api: bool = False,
        stay: float | None = None,
    ):
        self.clock = StillClock()
        self.shelf = Shelf(self.clock, total=total)
        self.text = Lodger(self.shelf, TEXT, 5 * GIB, lag, local=not api)
        self.image = Lodger(self.shelf, IMAGE, 4 * GIB, lag)
        self.card = Card({TEXT: self.text, IMAGE: self.image}, self.clock, policy=policy, stay=stay)
        self.steps: list[tuple[Step, ModelKind]] = []
        self.card.on_step = lambda step, kind: self.steps.append((step, kind))

    async def use(self, kind: ModelKind) -> None:
        async with self.card.lease(kind):
            assert self.shelf.held.get(kind) or not getattr(self, kind.value).need


async def test_a_swap_flushes_waits_for_the_memory_and_loads_in_both_directions() -> None:
    bench = Bench()
    for kind in (TEXT, IMAGE, TEXT):
        await bench.use(kind)
    assert bench.shelf.log == ["load text", "unload text", "load image", "unload image", "load text"]
    assert (Step.SETTLING, IMAGE) in bench.steps


async def test_nothing_is_loaded_before_the_memory_is_really_back() -> None:
    bench = Bench(lag=3.0)
    await bench.use(TEXT)
    before = bench.clock.now()
    await bench.use(IMAGE)
    assert bench.clock.now() - before >= 3.0 + STABLE
    assert "crash image" not in bench.shelf.log


async def test_using_the_same_model_again_costs_nothing() -> None:
    bench = Bench()
    await bench.use(TEXT)
    log, time = list(bench.shelf.log), bench.clock.now()
    await bench.use(TEXT)
    assert (bench.shelf.log, bench.clock.now()) == (log, time)


async def test_a_card_for_both_keeps_both() -> None:
    bench = Bench(total=16 * GIB)
    for kind in (TEXT, IMAGE, TEXT, IMAGE):
        await bench.use(kind)
    assert bench.shelf.log == ["load text", "load image"]
    assert bench.card.residency.mode is Mode.WARM
    assert bench.text.keep_alives == [FOREVER]


async def test_a_writer_elsewhere_leaves_the_card_to_the_pictures() -> None:
    bench = Bench(api=True)
    for kind in (IMAGE, TEXT, IMAGE):
        await bench.use(kind)
    assert bench.shelf.log.count("load image") == 1
    assert "unload image" not in bench.shelf.log
    assert bench.card.residency.mode is Mode.API


async def test_on_a_shared_card_a_forgotten_model_leaves_by_itself() -> None:
    bench = Bench()
    await bench.use(TEXT)
    assert bench.text.keep_alives == [SERIAL_KEEP]


async def test_memory_that_never_comes_back_is_an_error_that_names_the_numbers() -> None:
    bench = Bench(lag=1e9)
    await bench.use(TEXT)
    with pytest.raises(FibelError) as caught:
        await bench.use(IMAGE)
    assert caught.value.code == "vram_not_released"
    assert "MiB are needed" in caught.value.details
    assert "load image" not in bench.shelf.log
    assert bench.clock.now() >= INSIST + SETTLE_DEADLINE


async def test_a_second_flush_is_tried_before_giving_up() -> None:
    bench = Bench(lag=INSIST + 4)
    await bench.use(TEXT)
    await bench.use(IMAGE)
    assert bench.shelf.log.count("unload text") == 2


async def test_out_of_memory_while_loading_is_tried_once_more_on_an_empty_card() -> None:
    bench = Bench()
    bench.image.refusals = 1
    await bench.use(IMAGE)
    assert bench.shelf.log[-1] == "load image"
    bench.image.refusals = 2
    await bench.card.flush()
    with pytest.raises(FibelError, match="out_of_memory"):
        await bench.use(IMAGE)


async def test_a_card_nobody_can_measure_is_used_one_model_at_a_time() -> None:
    bench = Bench()
    bench.shelf.blind = True
    bench.text.lag = bench.image.lag = 0.0
    for kind in (TEXT, IMAGE):
        await bench.use(kind)
    assert bench.card.reading is None
    assert bench.shelf.log == ["load text", "unload text", "load image"]


async def test_a_model_that_never_fitted_whole_is_loaded_onto_what_there_is() -> None:
    """Ollama puts what does not fit into main memory; we must not wait for room that can never be."""
    bench = Bench(total=5 * GIB)
    bench.text.need = 5 * GIB
    with pytest.raises(FibelError, match="out_of_memory"):
        await bench.use(TEXT)
    assert "load text" in bench.shelf.log


async def test_leases_are_granted_one_at_a_time() -> None:
    bench = Bench()
    inside = 0

    async def work(kind: ModelKind) -> None:
        nonlocal inside
        async with bench.card.lease(kind):
            inside += 1
            assert inside == 1
            await asyncio.sleep(0)
            inside -= 1

    async with asyncio.TaskGroup() as group:
        for kind in (TEXT, IMAGE) * 4:
            group.create_task(work(kind))


async def test_a_lease_given_up_while_waiting_leaves_the_card_usable() -> None:
    bench = Bench()
    async with bench.card.lease(TEXT):
        waiting = asyncio.create_task(bench.use(IMAGE))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    await bench.use(IMAGE)


async def test_a_model_that_nobody_uses_is_unloaded_when_its_time_is_over() -> None:
    bench = Bench(stay=300.0)
    await bench.use(TEXT)
    used = bench.clock.now()
    await bench.card.unload_unused()
    assert bench.shelf.held == {}
    assert bench.clock.now() - used == pytest.approx(300.0)


async def test_immediately_leaves_the_next_job_its_moment() -> None:
    bench = Bench(stay=0.0)
    await bench.use(TEXT)
    used = bench.clock.now()
    await bench.card.unload_unused()
    assert bench.clock.now() - used == pytest.approx(AT_ONCE)
    assert bench.text.keep_alives == [BETWEEN]


@pytest.mark.parametrize("kept", [False, True])
async def test_a_model_that_may_stay_is_never_unloaded(kept: bool) -> None:
    bench = Bench(stay=60.0 if kept else FOREVER)
    if kept:
        bench.card.keep()
    await bench.use(TEXT)
    tidying = asyncio.create_task(bench.card.unload_unused())
    for _ in range(5):
        await asyncio.sleep(0)
    assert not tidying.done()
    tidying.cancel()
    assert bench.text.keep_alives == [FOREVER]
    await bench.card.flush()
    assert bench.shelf.held == {}


async def test_use_in_the_meantime_begins_the_time_anew() -> None:
    bench = Bench(stay=10.0)
    await bench.use(TEXT)
    sleep = bench.clock.sleep

    async def use_once(seconds: float) -> None:
        bench.clock.sleep = sleep  # type: ignore[method-assign]
        await sleep(4.0)
        await bench.use(TEXT)
        await sleep(seconds - 4.0)

    bench.clock.sleep = use_once  # type: ignore[method-assign]
    began = bench.clock.now()
    await bench.card.unload_unused()
    assert bench.clock.now() - began == pytest.approx(14.0)
    assert bench.shelf.log.count("unload text") == 1


async def test_what_a_model_took_corrects_what_it_is_said_to_need() -> None:
    bench = Bench(total=16 * GIB)
    bench.image.takes = 3 * GIB
    await bench.use(IMAGE)
    assert bench.card.needs[IMAGE] == 3 * GIB
    assert bench.card.room_for(IMAGE) == (bench.card.reading.total - bench.shelf.others) * 4 // 3  # type: ignore[union-attr]


async def test_a_model_that_did_not_fit_teaches_nothing() -> None:
    bench = Bench(total=4 * GIB)
    bench.image.takes = 3 * GIB
    await bench.use(IMAGE)
    assert bench.card.needs[IMAGE] == 4 * GIB


async def test_who_holds_the_memory_is_named() -> None:
    bench = Bench(lag=1e9)
    bench.card._meter = Crowded(bench.text)
    await bench.use(TEXT)
    with pytest.raises(FibelError, match=r"game \(pid 101\) 5300 MiB"):
        await bench.use(IMAGE)


async def test_a_model_that_lies_there_is_told_once_to_stay() -> None:
    bench = Bench()
    await bench.use(TEXT)
    bench.card.keep()
    await bench.use(TEXT)
    await bench.use(TEXT)
    assert bench.text.keep_alives == [SERIAL_KEEP, FOREVER]


@pytest.mark.parametrize(
    ("total", "api", "planned"), [(6, False, (IMAGE,)), (16, False, (TEXT, IMAGE)), (6, True, (IMAGE,))]
)
async def test_what_is_warmed_up_is_what_may_lie_there(total: int, api: bool, planned: tuple[ModelKind, ...]) -> None:
    bench = Bench(total=total * GIB, api=api)
    assert await bench.card.planned(IMAGE) == planned


async def test_two_models_that_find_no_room_together_take_turns_from_then_on() -> None:
    """Whoever believes the numbers again and again waits for room that never comes, at each change."""
    bench = Bench(total=16 * GIB)
    await bench.use(TEXT)
    assert bench.card.residency.mode is Mode.WARM
    bench.shelf.others = 7 * GIB  # a game was started
    await bench.use(IMAGE)
    assert bench.card.residency.mode is Mode.SERIAL
    assert "was full" in bench.card.residency.reason
    began = bench.clock.now()
    await bench.use(TEXT)
    assert bench.clock.now() - began < INSIST


async def test_memory_that_others_hold_for_good_is_not_counted_on() -> None:
    bench = Bench(total=10 * GIB)
    bench.shelf.others = 2 * GIB
    await bench.use(TEXT)
    assert bench.card.residency.mode is Mode.SERIAL


async def test_a_server_elsewhere_is_not_asked_to_unload() -> None:
    bench = Bench(api=True)
    await bench.use(TEXT)
    await bench.card.flush()
    assert "unload text" not in bench.shelf.log


PATIENCE = 0.3


class Slow(Lodger):
    """Comes in portions, `pauses` before each."""

    pauses: tuple[float, ...] = ()

    async def load(self, keep_alive: float) -> None:
        for pause in self.pauses:
            await asyncio.sleep(pause)
            self._shelf.held[self.kind] = self._shelf.held.get(self.kind, 0) + self.need // len(self.pauses)


async def test_a_load_that_fills_memory_is_waited_for_however_long_it_takes() -> None:
    shelf = Shelf(StillClock())
    tenant = Slow(shelf, TEXT, 4 * GIB)
    tenant.pauses = (PATIENCE / 2,) * 6
    card = Card({TEXT: tenant}, SystemClock(), cold=PATIENCE)
    arrived: list[int] = []
    async with asyncio.TaskGroup() as group:
        loading = group.create_task(held(card))
        while not loading.done():
            arrived.append(card.arrived or 0)
            await asyncio.sleep(PATIENCE / 6)
    assert arrived == sorted(arrived)
    assert len(set(arrived)) > 3


@pytest.mark.parametrize("blind", [False, True], ids=["measured", "unmeasured"])
async def test_a_load_that_stands_still_is_given_up_by_name(blind: bool) -> None:
    shelf = Shelf(StillClock(), blind=blind)
    tenant = Slow(shelf, TEXT, 4 * GIB)
    tenant.pauses = (0.0, 3600.0)
    card = Card({TEXT: tenant}, SystemClock(), cold=PATIENCE)
    with pytest.raises(FibelError, match="load_stalled") as caught:
        await held(card)
    assert tenant.model in caught.value.details
    assert caught.value.retryable


class Elsewhere(Slow):
    """Goes into ordinary memory: its server vouches for it so many times, and then says nothing more."""

    answers = 0

    async def load(self, keep_alive: float) -> None:
        for pause in self.pauses:
            await asyncio.sleep(pause)

    async def vouches(self) -> bool:
        self.answers -= 1
        return self.answers >= 0


async def test_a_load_that_fills_no_card_is_waited_for_as_long_as_its_server_vouches() -> None:
    shelf = Shelf(StillClock())
    tenant = Elsewhere(shelf, TEXT, 4 * GIB)
    tenant.pauses, tenant.answers = (3 * PATIENCE,), 1_000
    await held(Card({TEXT: tenant}, SystemClock(), cold=PATIENCE))
    tenant.pauses, tenant.answers = (3600.0,), 3
    with pytest.raises(FibelError, match="load_stalled"):
        await held(Card({TEXT: tenant}, SystemClock(), cold=PATIENCE))


async def held(card: Card) -> None:
    async with card.lease(TEXT):
        pass
