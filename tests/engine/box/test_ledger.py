"""Every byte of the card is accounted for, whatever happens in which order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from engine.box.hardware import Kind
from engine.box.ledger import LagProfile, Ledger, NoRoom

from .asking import until

GIB = 1024**3
MODELS = st.sampled_from([(Kind.TEXT, "a"), (Kind.TEXT, "b"), (Kind.IMAGE, "c")])


class Books(RuleBasedStateMachine):
    """Loads, growth and unloads in any order; memory that is stuck stays accounted for."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger(6 * GIB, GIB, lag=LagProfile.STUCK, speed=1)
        self.held: dict[tuple[Kind, str], int] = {}
        self.gone = 0

    def free(self) -> int:
        return 5 * GIB - sum(self.held.values()) - self.gone

    @rule(model=MODELS, size=st.integers(1, 6 * GIB))
    def load_whole(self, model: tuple[Kind, str], size: int) -> None:
        if size > self.free() + self.held.get(model, 0):
            with pytest.raises(NoRoom):
                self.ledger.take(*model, size)
        else:
            assert self.ledger.take(*model, size) == size
            self.held[model] = size

    @rule(model=MODELS, size=st.integers(1, 8 * GIB), share=st.floats(0, 1))
    def load_what_fits(self, model: tuple[Kind, str], size: int, share: float) -> None:
        least, room = int(size * share), self.free() + self.held.get(model, 0)
        yields = least <= room and (model in self.held or not (self.held or self.gone))
        if size > room and not yields:
            with pytest.raises(NoRoom):
                self.ledger.take(*model, size, least=least)
        else:
            got = self.ledger.take(*model, size, least=least)
            assert least <= got == min(size, room)
            self.held[model] = got

    @rule(model=MODELS, at_once=st.booleans())
    def unload(self, model: tuple[Kind, str], at_once: bool) -> None:
        self.ledger.release(*model, at_once=at_once)
        self.gone += 0 if at_once else self.held.get(model, 0)
        self.held.pop(model, None)

    @invariant()
    def every_byte_is_somewhere(self) -> None:
        assert self.ledger.free == self.free() >= 0
        assert sum(self.ledger.resident(kind) for kind in Kind) == sum(self.held.values()) + self.gone
        assert sum(self.ledger.leaving(kind) for kind in Kind) == self.gone
        for (kind, name), size in self.held.items():
            assert self.ledger.held(kind, name) == size


TestBooks = Books.TestCase


async def test_memory_is_resident_until_it_is_really_back(log: Path) -> None:
    ledger = Ledger(6 * GIB, 0, lag=LagProfile.TYPICAL, speed=50, log=log)
    ledger.take(Kind.TEXT, "llama", 5 * GIB)
    ledger.release(Kind.TEXT, "llama")
    assert ledger.held(Kind.TEXT, "llama") == 0
    assert ledger.resident(Kind.TEXT) == ledger.leaving(Kind.TEXT) == 5 * GIB
    with pytest.raises(NoRoom):
        ledger.take(Kind.IMAGE, "dream", 4 * GIB)
    await until(lambda: ledger.free == 6 * GIB)
    ledger.close()
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert [line["event"] for line in lines] == ["load", "unload", "oom", "free"]
    assert [line["resident"]["text"] for line in lines] == [5 * GIB, 5 * GIB, 5 * GIB, 0]
    assert [line["bytes"] for line in lines] == [5 * GIB, 5 * GIB, 4 * GIB, 5 * GIB]
    assert [line["free"] for line in lines] == [GIB, GIB, GIB, 6 * GIB]
    assert set(lines[2]) == {"t", "event", "kind", "model", "bytes", "resident", "free"}
    assert (lines[2]["kind"], lines[2]["model"]) == ("image", "dream")


async def test_stuck_memory_comes_when_its_server_is_asked_again() -> None:
    ledger = Ledger(6 * GIB, 0, lag=LagProfile.STUCK, speed=500)
    ledger.take(Kind.TEXT, "llama", GIB)
    ledger.take(Kind.IMAGE, "dream", GIB)
    ledger.release(Kind.TEXT, "llama")
    ledger.release(Kind.IMAGE, "dream")
    ledger.insist(Kind.IMAGE)
    await until(lambda: not ledger.resident(Kind.IMAGE))
    assert ledger.resident(Kind.TEXT) == GIB
    ledger.close()


async def test_a_process_that_takes_its_memory_again_waits_for_nothing(log: Path) -> None:
    ledger = Ledger(6 * GIB, 0, lag=LagProfile.SLOW, speed=1, log=log)
    ledger.take(Kind.IMAGE, "one", 4 * GIB)
    ledger.release(Kind.IMAGE, "one", at_once=True)
    ledger.take(Kind.IMAGE, "two", 5 * GIB)
    ledger.close()
    assert [json.loads(line)["event"] for line in log.read_text().splitlines()] == ["load", "unload", "free", "load"]


async def test_a_log_is_added_to(log: Path) -> None:
    for _ in range(2):
        ledger = Ledger(GIB, 0, lag=LagProfile.FAST, speed=1, log=log)
        ledger.request(Kind.TEXT, "llama")
        ledger.refused(Kind.IMAGE, "dream")
        ledger.close()
    assert [json.loads(line)["event"] for line in log.read_text().splitlines()] == ["request", "refused"] * 2
