"""The driver's number counts where it speaks of the servers' card, a server's where it does not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from engine.card.gauge import Gauge, Holder, pick
from engine.card.meter import Meter
from engine.card.tenant import ModelKind, VramReading
from tests.engine.card.shelf import GIB, Lodger, Shelf, StillClock


@dataclass
class Dial:
    """A card of this machine as a driver shows it."""

    name: str = "NVIDIA GeForce GTX 1660 SUPER"
    total: int = 6 * GIB
    free: int = 5 * GIB
    ids: frozenset[str] = frozenset({"0"})
    blind: bool = False

    def measure(self) -> VramReading | None:
        return None if self.blind else VramReading(self.total, self.free, "dial", device=self.name)

    def holders(self) -> tuple[Holder, ...]:
        return (Holder(101, "game", GIB),)


def told(free: int = 5 * GIB, total: int = 6 * GIB, device: str = "cuda:0 NVIDIA GeForce GTX 1660 SUPER : native"):
    return VramReading(total, free, "comfyui", device=device)


SMALL = Dial()
LARGE = Dial(name="NVIDIA GeForce RTX 3090", total=24 * GIB, ids=frozenset({"1", "gpu-abc"}))
OWN_GRAPHICS = Dial(name="", total=GIB // 2)
TWIN = Dial(free=2 * GIB, ids=frozenset({"2"}))


@pytest.mark.parametrize(
    ("gauges", "wanted", "seen", "found"),
    [
        ([SMALL], "", None, SMALL),
        ([OWN_GRAPHICS, SMALL], "", None, SMALL),
        ([OWN_GRAPHICS], "", None, None),
        ([SMALL, LARGE], "", None, None),
        ([SMALL, LARGE], "", told(), SMALL),
        ([LARGE], "", told(), None),
        ([LARGE, SMALL], "GPU-abc", told(), LARGE),
        ([SMALL, TWIN], "", told(2 * GIB), TWIN),
        ([SMALL, SMALL], "", told(), None),
        ([Dial(name="", total=6 * GIB)], "", told(), Dial(name="", total=6 * GIB)),
        ([], "", told(), None),
    ],
)
def test_the_card_that_the_servers_use_is_found(
    gauges: list[Gauge], wanted: str, seen: VramReading | None, found: Gauge | None
) -> None:
    assert pick(gauges, wanted, seen) == found


def lodger() -> Lodger:
    return Lodger(Shelf(StillClock()), ModelKind.IMAGE, 4 * GIB)


async def test_the_driver_counts_more_than_a_server() -> None:
    server = lodger()
    meter = Meter([server], local=True, find=lambda: [Dial()])
    reading = await meter.read()
    assert reading is not None and reading.source == "dial"
    assert [holder.name for holder in await meter.holders()] == ["game"]


async def test_servers_elsewhere_are_asked_themselves() -> None:
    meter = Meter([lodger()], find=lambda: [Dial()])
    reading = await meter.read()
    assert reading is not None and reading.source == "shelf"
    assert await meter.holders() == ()


async def test_a_driver_that_falls_silent_is_no_end() -> None:
    dial = Dial()
    meter = Meter([lodger()], local=True, find=lambda: [dial])
    await meter.read()
    dial.blind = True
    reading = await meter.read()
    assert reading is not None and reading.source == "shelf"


async def test_where_nobody_can_tell_nothing_is_claimed() -> None:
    server = lodger()
    server._shelf.blind = True
    assert await Meter([server], local=True, find=list).read() is None
