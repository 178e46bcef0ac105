"""`fibel make`: from an idea to a file, unattended, whatever happens on the way."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.book.folder import BookFolder, peek
from tests.program.fibel import Program, Run

FAST = 400
"""Speed of the box where nothing is to be caught in the middle."""

IDEA = "Ein kleiner Igel findet einen Stern"
PAGES = 5


def make(pages: int) -> tuple[str, ...]:
    return ("make", "igel", "--box", "--idea", IDEA, "--pages", str(pages), "--to", "igel.pdf")


MAKE = make(PAGES)


@dataclass(frozen=True)
class Made:
    """A book of eight pages, made in one go by a program that read the events."""

    program: Program
    run: Run
    ledger: list[dict[str, object]]
    file: bytes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    program = Program(tmp_path_factory.mktemp("home"), speed=FAST)
    run = program.run(*make(8), "--json")
    assert run.code == 0, run.err
    return Made(program, run, program.ledger(), (program.home / "igel.pdf").read_bytes())


def whole(program: Program, pages: int = PAGES) -> None:
    """The book is finished, and no page was painted twice."""
    book = peek(program.home / "igel")
    assert (program.home / "igel.pdf").read_bytes().startswith(b"%PDF-")
    assert len(book.pages) == pages
    for page in book.pages:
        assert page.scene.text
        assert page.draft is None, "told twice"
        assert page.text_approval is not None
        assert page.picture_approval is not None
    assert Counter(len(page.takes) for page in book.pages) == {1: pages}
    assert len(list((program.home / "igel" / "takes").iterdir())) == pages


def never_both(ledger: list[dict[str, object]]) -> None:
    for line in ledger:
        resident = line["resident"]
        assert isinstance(resident, dict)
        assert not (resident["text"] and resident["image"]), line


def test_one_idea_one_command_one_book(made: Made) -> None:
    whole(made.program, 8)
    never_both(made.ledger)
    loads = Counter(line["kind"] for line in made.ledger if line["event"] == "load")
    assert loads == {"text": 1, "image": 1}
    pages = peek(made.program.home / "igel").pages
    assert all(page.text_approval.by == "unattended" for page in pages if page.text_approval)


def test_events_for_a_program(made: Made) -> None:
    kinds = Counter(str(event["event"]) for event in made.run.events)
    assert kinds["scene"] == kinds["take"] == 8
    assert kinds["phase"] >= 4
    assert kinds["progress"] > 8
    assert list(made.run.events)[-1]["event"] == "done"
    phases = [event["phase"] for event in made.run.events if event["event"] == "phase"]
    assert phases.index("LOADING_TEXT") < phases.index("TEXT_INFERENCE") < phases.index("LOADING_IMAGE")


def test_made_again_it_only_writes_the_file(made: Made) -> None:
    program = made.program
    before = len(program.ledger())
    again = program.run(*make(8))
    assert again.code == 0, again.err
    assert (program.home / "igel.pdf").read_bytes() == made.file
    assert "load" not in {line["event"] for line in program.ledger()[before:]}
    whole(program, 8)


def kill_and_finish(program: Program, moments: list[float]) -> None:
    """Kill it after each of these seconds, then let it finish."""
    for moment in moments:
        with program.start(*MAKE) as process:
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
    done = program.at(FAST).run(*MAKE)
    assert done.code == 0, done.err
    whole(program)
    never_both(program.ledger())


@pytest.mark.parametrize("moment", [1.0, 2.0, 3.0])
def test_killed_and_started_again(tmp_path: Path, moment: float) -> None:
    kill_and_finish(Program(tmp_path, speed=40), [moment, moment / 2 + 0.7])


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(40))
def test_killed_at_any_moment(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    kill_and_finish(Program(tmp_path, speed=40), [dice.uniform(0.3, 6.0) for _ in range(dice.randint(1, 4))])


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupted_it_stops_at_a_safe_place_and_says_so(tmp_path: Path, name: signal.Signals) -> None:
    program = Program(tmp_path, speed=20)
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
