"""What the screen costs: ours and a bare Textual app side by side, on pseudo terminals of 120×40."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.bench.books import book_of
from tests.bench.meter import BARE, Painted, fibel, metered, p50, p95
from tests.program.fibel import Program
from tests.program.test_pictures import KITTY, SIXEL

pytestmark = pytest.mark.bench

ROUNDS = 9
KEYS = 40
SLOW_LINE = 60_000.0, 0.2
"""Bytes a second, and seconds until an answer is back: a phone at the edge of its cell, another continent."""

DOWN, UP = "\x1b[B", "\x1b[A"
SENTENCE = "Der Igel findet einen Stern."
"""Ends the text of each page; the list of pages has no room for it."""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    made = Program(tmp_path_factory.mktemp("home"), speed=2)
    made.environment["FIBEL_LIBRARY"] = str(made.home / "library")
    book_of(made.home / "library" / "messbuch", 12, 12)
    yield made


@pytest.fixture(scope="module")
def library(program: Program) -> Path:
    return program.home / "library"


def told(what: str, bare: str, ours: str, limit: str = "") -> None:
    print(f"| {what} | {bare} | {ours} | {limit} |")


def delays(seconds: Sequence[float]) -> str:
    return f"{p50(seconds) * 1e3:.0f} / {p95(seconds) * 1e3:.0f} ms"


def keys(pressed: Sequence[Painted]) -> str:
    return f"{delays([key.first for key in pressed])}, {sizes(pressed)}"


def sizes(pressed: Sequence[Painted]) -> str:
    return (
        f"{p50([key.bytes for key in pressed]) / 1000:.1f} kB, at most {max(key.bytes for key in pressed) / 1000:.1f}"
    )


def leafing() -> Iterator[tuple[str, int]]:
    """Down the twelve pages and up again: each key, and the page it leads to."""
    way = [*((DOWN, page) for page in range(2, 13)), *((UP, page) for page in range(11, 0, -1))]
    return itertools.islice(itertools.cycle(way), KEYS)


def test_first_paint_and_memory(program: Program, library: Path) -> None:
    bare: list[float] = []
    ours: list[float] = []
    listed: list[float] = []
    memory: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        with metered(program, BARE) as app:
            bare.append(app.until("bare 0").ready)
            memory[0].append(app.memory)
        with metered(program, fibel("--box")) as app:
            app.shown.until("Library", glance=0.005)
            ours.append(app.since)
            listed.append(app.until("Messbuch").ready)
            memory[1].append(app.memory)
    told("first paint", f"{p50(bare):.2f} s", f"{p50(ours):.2f} s = {p50(ours) / p50(bare):.2f} ×", "1.5 ×")
    told("ready: the books are listed", f"{p50(bare):.2f} s", f"{p50(listed):.2f} s = {p50(listed) / p50(bare):.2f} ×")
    told("memory", f"{p50(memory[0]):.0f} MB", f"{p50(memory[1]):.0f} MB")


def test_keys_at_rest(program: Program, library: Path) -> None:
    with metered(program, BARE) as app:
        app.until("bare 0")
        bare_change = [app.press("x", 0.05) for _ in range(KEYS)]
        app.press("\t")
        bare_move = [app.press(key, 0.05) for key in itertools.islice(itertools.cycle([DOWN, DOWN, UP]), KEYS)]
        idle = app.bytes_in(3.0)
    with metered(program, [*BARE, "editor"]) as app:
        app.until("bare")
        bare_typed = [app.press("a", 0.05) for _ in range(KEYS)]
    with metered(program, fibel(str(library / "messbuch"), "--box")) as app:
        app.until("Blatt 1")
        app.rest()
        turns = [app.press(DOWN) for _ in range(8)]
        again = [app.press(key, 0.1) for key in itertools.islice(itertools.cycle([UP, DOWN]), KEYS)]
        focus = [app.press("\t") for _ in range(6)]
        app.press("\x1b")
        app.press("t")
        typed = [app.press("a", 0.05) for _ in range(KEYS)]
        app.rest(1.0)
        still = app.bytes_in(3.0)
    told("idle", f"{idle} B", f"{still} B", "0")
    told("a letter typed", f"{keys(bare_typed)}; a number counted up: {keys(bare_change)}", keys(typed), "1.5 ×, 2 kB")
    told("a moved focus", "–", sizes(focus), "10 kB")
    told("another line · another page, seen before", keys(bare_move), keys(again))
    told("another page, its picture new", "–", sizes(turns), "120 kB")


@pytest.mark.parametrize("size", [(80, 24), (120, 45), (200, 60)])
def test_a_full_picture(program: Program, library: Path, size: tuple[int, int]) -> None:
    with metered(program, fibel(str(library / "messbuch"), "--box"), size) as app:
        app.until("Blatt 1")
        app.rest(1.0)
        turns = [app.press(DOWN, 0.5) for _ in range(8)]
    told(f"a page with its picture at {size[0]}×{size[1]}", "–", sizes(turns), "120 kB")


@pytest.mark.parametrize("size", [(120, 45), (200, 60)])
@pytest.mark.parametrize(("way", "replies"), [("kitty", KITTY), ("sixel", SIXEL)], ids=["kitty", "sixel"])
def test_a_real_picture(
    program: Program, library: Path, way: str, replies: dict[bytes, bytes], size: tuple[int, int]
) -> None:
    with metered(program, fibel(str(library / "messbuch"), "--box"), size) as app:
        app.shown.replies |= replies
        app.until("Blatt 1")
        app.rest(1.0)
        turns = [app.press(DOWN, 1.2) for _ in range(6)]
        again = [app.press(UP, 1.2) for _ in range(4)]
    told(f"a page with a real picture at {size[0]}×{size[1]}, by {way}", "–", sizes(turns), "120 kB")
    told("the same, seen before", "–", sizes(again), "120 kB")


def test_while_the_engine_paints(program: Program, library: Path) -> None:
    book = book_of(library / "malen", 12, 0)
    with metered(program, fibel(str(book), "--box")) as app:
        app.until("Blatt 1")
        app.shown.press("g")
        app.shown.press("g")
        app.shown.until("Painting page", glance=0.01)
        ten = app.bytes_in(10.0)
        waits = [app.press_until(key, f"Blatt {page}: {SENTENCE}") for key, page in leafing()]
    with metered(program, BARE) as app:
        app.until("bare 0")
        app.press("\t")
        bare = [app.press_until(key, f"line {page - 1} of a bare list") for key, page in leafing()]
    told("ten seconds of painting", "–", f"{ten / 1000:.0f} kB")
    told("key to paint while the engine paints", delays(bare), delays(waits), "1.5 ×, 50 ms")


def test_a_slow_line(program: Program, library: Path) -> None:
    book = book_of(library / "langsam", 12, 0)
    with metered(program, fibel(str(book), "--box")) as app:
        app.until("Blatt 1")
        app.shown.rate, app.shown.lag = SLOW_LINE
        app.shown.press("g")
        app.shown.until("Painting page", glance=0.01)
        app.bytes_in(3.0)
        ten = app.bytes_in(10.0)
        waits = [app.press_until(key, f"Blatt {page}: {SENTENCE}") for key, page in itertools.islice(leafing(), 11)]
    rate, lag = SLOW_LINE
    told(f"a second of painting over {rate / 1000:.0f} kB/s, {lag} s away", "–", f"{ten / 10_000:.1f} kB", "24 kB")
    told("key to paint on that line, its delay included", "–", delays(waits))


def test_a_long_book(program: Program, library: Path) -> None:
    small = book_of(library / "klein", 1, 0)
    large = book_of(library / "gross", 32, 300)
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for at, folder in enumerate((small, large)):
            with metered(program, fibel(str(folder), "--box")) as app:
                times[at].append(app.until("Blatt 1").ready)
    empty, full = p50(times[0]), p50(times[1])
    told(
        "a book of 32 pages and 300 takes opens",
        f"{empty:.2f} s (one page)",
        f"{full:.2f} s = {full / empty:.2f} ×",
        "1.5 ×",
    )


def test_memory_over_a_thousand_pages(program: Program, library: Path) -> None:
    folder = library / "gross"
    with metered(program, fibel(str(folder), "--box")) as app:
        app.until("Blatt 1")
        memory = []
        for turn in range(1_100):
            app.press(DOWN, 0.005)
            if turn % 100 == 99:
                app.rest()
                memory.append(app.memory)
    told("memory after 100 … 1,100 pages", "–", " ".join(f"{m:.0f}" for m in memory) + " MB", "flat")
