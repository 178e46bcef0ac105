"""`fibel make`: from an idea to a file, unattended, whatever happens on the way."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from engine.book.folder import BookFolder, peek
from tests.program.fibel import Program

FAST = 400
"""Speed of the box where nothing is to be caught in the middle."""

IDEA = "Ein kleiner Igel findet einen Stern"
MAKE = ("make", "igel", "--box", "--idea", IDEA, "--pages", "8", "--to", "igel.pdf")


def whole(program: Program) -> None:
    """The book is finished, and no page was painted twice."""
    book = peek(program.home / "igel")
    assert (program.home / "igel.pdf").read_bytes().startswith(b"%PDF-")
    assert len(book.pages) == 8
    for page in book.pages:
        assert page.scene.text
        assert page.draft is None, "told twice"
        assert page.text_approval is not None
        assert page.picture_approval is not None
    assert Counter(len(page.takes) for page in book.pages) == {1: 8}
    assert len(list((program.home / "igel" / "takes").iterdir())) == 8


def never_both(program: Program) -> None:
    for line in program.ledger():
        resident = line["resident"]
        assert isinstance(resident, dict)
        assert not (resident["text"] and resident["image"]), line


def test_one_idea_one_command_one_book(program: Program) -> None:
    done = program.run(*MAKE)
    assert done.code == 0, done.err
    whole(program)
    never_both(program)
    loads = Counter(line["kind"] for line in program.ledger() if line["event"] == "load")
    assert loads == {"text": 1, "image": 1}
    assert all(
        page.text_approval.by == "unattended" for page in peek(program.home / "igel").pages if page.text_approval
    )


def test_events_for_a_program(program: Program) -> None:
    done = program.run(*MAKE, "--json")
    assert done.code == 0, done.err
    kinds = Counter(str(event["event"]) for event in done.events)
    assert kinds["scene"] == kinds["take"] == 8
    assert kinds["phase"] >= 4
    assert kinds["progress"] > 8
    assert list(done.events)[-1]["event"] == "done"
    phases = [event["phase"] for event in done.events if event["event"] == "phase"]
    assert phases.index("LOADING_TEXT") < phases.index("TEXT_INFERENCE") < phases.index("LOADING_IMAGE")


def test_made_again_it_only_writes_the_file(program: Program) -> None:
    assert program.run(*MAKE).code == 0
    first = (program.home / "igel.pdf").read_bytes()
    program.log.unlink()
    again = program.run(*MAKE)
    assert again.code == 0, again.err
    assert (program.home / "igel.pdf").read_bytes() == first
    assert "load" not in {line["event"] for line in program.ledger()} if program.log.exists() else True
    whole(program)


def kill_and_finish(program: Program, moments: list[float]) -> None:
    """Kill it after each of these seconds, then let it finish."""
    for moment in moments:
        with program.start(*MAKE) as process:
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
    done = program.at(FAST).run(*MAKE)
    assert done.code == 0, done.err
    whole(program)
    never_both(program)


@pytest.mark.parametrize("moment", [1.0, 2.0, 3.0])
def test_killed_and_started_again(tmp_path: Path, moment: float) -> None:
    kill_and_finish(Program(tmp_path, speed=60), [moment, moment / 2 + 0.7])


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(40))
def test_killed_at_any_moment(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    kill_and_finish(Program(tmp_path, speed=40), [dice.uniform(0.3, 6.0) for _ in range(dice.randint(1, 4))])


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupted_it_stops_at_a_safe_place_and_says_so(tmp_path: Path, name: signal.Signals) -> None:
    program = Program(tmp_path, speed=30)
    with program.start(*MAKE) as process:
        while not list(tmp_path.glob("igel/takes/*.png")):
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(name)
        _, err = process.communicate(timeout=20)
        assert process.returncode == 130, err
        assert "[cancelled]" in err
        assert "Traceback" not in err
    assert program.at(FAST).run(*MAKE).code == 0
    whole(program)


def test_a_manuscripts_words_stay_the_authors(program: Program) -> None:
    words = "Piko gähnt.\nEr ist wach."
    (program.home / "text.md").write_text(
        f"# Der müde Stern\n\n{words}\n\n---\n\nDa blinkt ein Stern im Wald!\n", "utf-8"
    )
    done = program.run("make", "igel", "--box", "--from", "text.md", "--to", "igel.pdf")
    assert done.code == 0, done.err
    book = peek(program.home / "igel")
    assert [page.scene.text for page in book.pages] == [words, "Da blinkt ein Stern im Wald!"]
    assert book.title == "Der müde Stern"
    assert all(page.draft is None and page.takes for page in book.pages)


def test_another_process_has_the_book_open(program: Program) -> None:
    assert program.run("new", "igel", "--idea", IDEA).code == 0
    with BookFolder.open(program.home / "igel"):
        refused = program.run(*MAKE)
        seen = program.run("status", "igel")
    assert refused.code == 5
    assert "[book_locked]" in refused.err
    assert seen.code == 0
