"""A writer that does everything wrong: what becomes of a book in the rounds it is given."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from engine.assembly import studio
from engine.book import edits
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.book.model import Book
from engine.errors import FibelError
from engine.illustrator.composer import compose
from engine.jobs.events import Event, Notice, SceneTold
from engine.jobs.provenance import Origin
from engine.language.finding import Rule
from engine.language.prompts import prompt_findings
from engine.settings import Settings
from engine.studio import Studio
from tests.engine.writer.conftest import End, Fake, Step, whole
from tests.engine.writer.fake import Pause, Reply, served

OWN = "Das wurde nie gefunden, weil ich es so will, und so bleibt es auch.\n  Eingerückt!"
"""The author's words break rules; nobody asked for other ones."""

FORMS = {
    ("cast", "pages", "title"): "outline",
    ("page", "text_de"): "scene",
    ("sentences",): "repair",
    ("pictures",): "pictures",
    ("pages",): "judge",
}


class Hostile(Fake):
    """Says for each kind of request what it was told to say, one thing after the other, and then the same again."""

    def __init__(self) -> None:
        super().__init__()
        self.says: dict[tuple[str, int], list[list[Step]]] = {}
        """What is said to a kind of request about a page (0: about several), in its order."""
        self.heard: list[tuple[str, int]] = []

    def reply(self, path: str, body: dict[str, Any]) -> Reply | list[Step]:
        if path != "/api/chat" or not body["messages"]:
            return super().reply(path, body)
        kind = FORMS[tuple(sorted(body["format"]["properties"]))]
        user = body["messages"][1]["content"]
        numbers = re.findall(r"\d+", user.splitlines()[-1])
        if kind == "repair":
            numbers = re.findall(r"^Seite (\d+): (?!Wer)", user, re.MULTILINE)
        page = int(numbers[0]) if kind in ("scene", "repair") else 0
        self.heard.append((kind, page))
        said = self.says[kind, page]
        return said.pop(0) if len(said) > 1 else said[0]


@pytest.fixture
async def hostile() -> AsyncIterator[Hostile]:
    async with served(Hostile()) as there:
        yield there


@pytest.fixture
def settings(hostile: Hostile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Settings.model_validate(
        {
            "writer": {"provider": "ollama", "url": hostile.url},
            "illustrator": {"provider": "box"},
            "box": {"speed": 400},
        }
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    book = begin(NewBook(idea="Ein kleiner Igel findet einen Stern", pages=5))
    book = edits.change_scene(book, "p005", text=OWN)
    BookFolder.create(tmp_path / "igel", book).close()
    return tmp_path / "igel"


def scene(page: int, text: str) -> list[Step]:
    return whole({"page": page, "text_de": text})


def repaired(**sentences: str) -> list[Step]:
    told = [{"number": int(number[1:]), "text_de": text} for number, text in sentences.items()]
    return whole({"sentences": told})


def outline(pages: int) -> list[Step]:
    line = {"feeling": "froh", "what": "Piko sucht den Stern", "where": "im Wald", "who": "Piko"}
    cast = [{"look_en": "small brown hedgehog, red scarf", "name": "Piko"}]
    return whole({"cast": cast, "pages": [line] * pages, "title": "Piko"})


def picture(page: int, scene_en: str) -> dict[str, Any]:
    return {"page": page, "scene_en": scene_en, "shot_en": "wide shot", "summary_de": "Piko sucht den Stern."}


def verdict(page: int, *, fear: bool = False) -> dict[str, Any]:
    return {"because_de": "Piko weint allein.", "danger": False, "fear": fear, "page": page, "unkind": False}


ENGLISH = "The hedgehog looks at the star. He is very happy and sings a song with the owl."
FIRST = "Piko steht im Wald. Der Stern wird von Piko gesucht. Er schaut unter das Laub."
MENDED = "Piko steht im Wald. Piko sucht den Stern. Er schaut unter das Laub."
LONG = "Piko läuft heute ganz schnell durch den dunklen Wald zu dem alten großen Baum am Bach. Da sitzt Olga."
SHORT = "Piko läuft schnell durch den Wald. Er läuft zum alten Baum. Da sitzt Olga."
STUBBORN = "Olga nickt leise. Die Tür wird geöffnet. Alle gehen nach Hause."
CUT: list[Step] = ['{"page": 2, "text_de": "Piko ge', End("length")]


def misbehave(hostile: Hostile) -> None:
    hostile.says = {
        ("outline", 0): [outline(7), outline(5)],
        ("scene", 1): [scene(1, ENGLISH), scene(1, FIRST)],
        ("repair", 1): [
            ['{"sentences": [{"number": 1, "te', End("length")],
            repaired(n1="Piko sucht den Stern.", n7="Und hier noch mehr!"),
        ],
        ("scene", 2): [CUT, scene(2, MENDED)],
        ("scene", 3): [scene(4, SHORT), scene(3, LONG)],
        ("repair", 3): [
            repaired(n1="Piko wird gesehen, weil er heute ganz schnell durch den dunklen Wald zu dem Baum läuft."),
            repaired(n1="Piko läuft schnell durch den Wald. Er läuft zum alten Baum."),
        ],
        ("scene", 4): [scene(4, STUBBORN)],
        ("repair", 4): [repaired(n1="Die Tür wird aufgemacht.")],
        ("pictures", 0): [
            whole(
                {
                    "pictures": [
                        picture(1, "der kleine Igel sucht den Stern im Wald"),
                        picture(2, "der Igel steht unter dem Baum"),
                        picture(3, "the hedgehog runs through the forest"),
                        picture(9, "nobody"),
                    ]
                }
            ),
            whole(
                {
                    "pictures": [
                        picture(1, "the small hedgehog searches the leaves"),
                        picture(2, "der Igel steht unter dem Baum"),
                        picture(4, "an owl nods on a branch"),
                        picture(5, "a dark forest"),
                    ]
                }
            ),
        ],
        ("judge", 0): [
            ['{"pages": [', json.dumps(verdict(1)), ", {", End("length")],
            whole({"pages": [verdict(page, fear=page == 3) for page in (2, 3, 4, 5)]}),
        ],
    }


async def brought(settings: Settings, folder: Path, after: Callable[[Studio], Any]) -> list[Event]:
    events: list[Event] = []
    async with studio(settings, folder, events.append, attended=False) as here:
        await here.list.finished([await here.outline.propose()])
        await here.outline.settle()
        await here.list.finished(await here.texts.write())
        await after(here)
    return events


async def test_everything_comes_to_rule_abiding_pages_or_findings_in_the_rounds_allowed(
    hostile: Hostile, settings: Settings, folder: Path
) -> None:
    misbehave(hostile)
    books: list[Book] = []
    found: dict[str, set[Rule]] = {}

    async def look(here: Studio) -> None:
        books.append(here.book)
        proof = await here.texts.findings()
        found.update({page: {f.finding.rule for f in findings} for page, findings in proof.pages.items()})

    events = await brought(settings, folder, look)
    (book,) = books
    texts = [page.scene.text for page in book.pages]
    assert texts == [MENDED, MENDED, SHORT, STUBBORN, OWN]
    assert found["p001"] == set(), "English, then a passive: told in German, and mended"
    assert found["p002"] == {Rule.REPEATED}, "a page told twice is named"
    assert found["p003"] == {Rule.FEAR}, "a worse repair was not kept; what the writer fears is told"
    assert found["p004"] == {Rule.PASSIVE}, "what two rounds did not mend is named"
    assert Rule.SUBORDINATE in found["p005"], "the author is told, and nothing is done"
    asked = {what: hostile.heard.count(what) for what in hostile.heard}
    assert asked == {
        ("outline", 0): 2,
        ("scene", 1): 2,
        ("repair", 1): 2,
        ("scene", 2): 2,
        ("scene", 3): 2,
        ("repair", 3): 2,
        ("scene", 4): 1,
        ("repair", 4): 2,
        ("pictures", 0): 2,
        ("judge", 0): 2,
    }
    shown = [event.page for event in events if isinstance(event, SceneTold)]
    assert shown == ["p001", "p001", "p002", "p003", "p003", "p004"], "each at once, and again when it was mended"


async def test_a_german_prompt_is_asked_for_once_more_and_then_named(
    hostile: Hostile, settings: Settings, folder: Path
) -> None:
    misbehave(hostile)
    german: list[list[str]] = []

    async def look(here: Studio) -> None:
        for page in here.book.pages[:4]:
            prompt = compose(here.book, page, here._desk.style()).positive
            german.append([finding.rule.value for finding in prompt_findings(prompt, ["Piko"])])

    await brought(settings, folder, look)
    assert [bool(found) for found in german] == [False, True, False, False]
    notes = [hostile.user(at) for at, (kind, _) in enumerate(hostile.heard) if kind == "pictures"]
    assert "Hinweis" not in notes[0]
    assert "in English" in notes[1]


async def test_provenance_says_who_wrote_which_sentence(hostile: Hostile, settings: Settings, folder: Path) -> None:
    misbehave(hostile)
    told: dict[str, list[Origin]] = {}

    async def look(here: Studio) -> None:
        await here.texts.edit("p001", MENDED.replace("unter das Laub", "unter den Busch"))
        told.update({page: [s.origin for s in of] for page, of in (await here.texts.origins()).items()})

    await brought(settings, folder, look)
    assert told["p001"] == [Origin.GENERATED, Origin.REPAIRED, Origin.HAND]
    assert told["p004"] == [Origin.GENERATED] * 3
    assert set(told["p005"]) == {Origin.HAND}


async def test_a_writer_that_only_chatters_is_an_error_that_says_so(
    hostile: Hostile, settings: Settings, folder: Path
) -> None:
    misbehave(hostile)
    for page in (1, 2, 3, 4):
        hostile.says["scene", page] = [["Gern! Was für eine schöne Idee.", End()]]

    async with studio(settings, folder, lambda _event: None, attended=False) as here:
        await here.list.finished([await here.outline.propose()])
        await here.outline.settle()
        with pytest.raises(FibelError, match=r"text_invalid.*page 1, 2, 3, 4\. the answer: it is no JSON"):
            await here.list.finished(await here.texts.write())
    assert hostile.heard.count(("scene", 1)) == 2
    assert ("scene", 3) not in hostile.heard
    with BookFolder.open(folder, read_only=True) as kept:
        assert kept.book.page("p005").scene.text == OWN


async def test_verdicts_that_never_come_stop_nothing(hostile: Hostile, settings: Settings, folder: Path) -> None:
    misbehave(hostile)
    hostile.says["judge", 0] = [["Alles gut!", End()]]

    async def look(here: Studio) -> None:
        assert all(page.judgement is None for page in here.book.pages)

    events = await brought(settings, folder, look)
    assert [event.text for event in events if isinstance(event, Notice) and "read them yourself" in event.text]


async def test_a_page_deleted_while_it_is_told_is_missed_by_nobody(
    hostile: Hostile, settings: Settings, folder: Path
) -> None:
    misbehave(hostile)
    pause = Pause()
    hostile.says["scene", 3] = [[pause, *scene(3, SHORT)]]
    async with studio(settings, folder, lambda _event: None, attended=False) as here:
        await here.list.finished([await here.outline.propose()])
        await here.outline.settle()
        scenes, *_ = await here.texts.write()
        await asyncio.wait_for(pause.reached.wait(), 10)
        await here.outline.delete_page("p003")
        pause.go.set()
        await here.list.finished([scenes])
        assert [page.id for page in here.book.pages if page.scene.text] == ["p001", "p002", "p004", "p005"]


async def test_what_the_author_writes_while_a_page_is_mended_stays(
    hostile: Hostile, settings: Settings, folder: Path
) -> None:
    misbehave(hostile)
    pause = Pause()
    hostile.says["repair", 1] = [[pause, *repaired(n1="Piko sucht den Stern.")]]
    mine = FIRST.replace("Piko steht im Wald.", "Piko steht ganz allein im Wald.")
    async with studio(settings, folder, lambda _event: None, attended=False) as here:
        await here.list.finished([await here.outline.propose()])
        await here.outline.settle()
        scenes, *_ = await here.texts.write()
        await asyncio.wait_for(pause.reached.wait(), 10)
        await here.texts.edit("p001", mine)
        pause.go.set()
        await here.list.finished([scenes])
        assert (here.book.page("p001").scene.text, here.book.page("p001").draft) == (mine, None)
