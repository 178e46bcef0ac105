"""Make the pictures of the README: `python -m tui.screenshots FOLDER` drives the app on the box and photographs it."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine import shipped
from engine.assembly import studio, with_box
from engine.book import text
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.book.model import Book
from engine.jobs.events import Event
from engine.settings import Settings, load_settings
from engine.units import Seconds
from tui.app import FibelApp

PREPARING_SPEED = 400.0
"""Of the box, while the books are painted that the pictures show."""

SHOWING_SPEED = 8.0
"""Slow enough that a picture in the making can be caught."""

SMALL, LARGE = (80, 24), (160, 48)
SETTLED: Seconds = 1.5
"""Until nothing moves any more after a key."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: which book is open (None: the library), and which keys come before it."""

    name: str
    size: tuple[int, int]
    book: str | None
    keys: Sequence[str] = ()
    wait: Seconds = SETTLED


SHOTS = (
    Shot("library-80x24", SMALL, None),
    Shot("new-book-80x24", SMALL, None, ("n",)),
    Shot("outline-160x48", LARGE, "outline"),
    Shot("review-80x24", SMALL, "painted"),
    Shot("review-160x48", LARGE, "painted"),
    Shot("painting-160x48", LARGE, "painted", ("down", "down", "down", "r"), 4.0),
    Shot("storyboard-160x48", LARGE, "painted", ("b",)),
    Shot("takes-160x48", LARGE, "painted", ("down", "v")),
    Shot("characters-160x48", LARGE, "painted", ("C", "m"), 3.0),
    Shot("ladder-80x24", SMALL, "painted", ("f",)),
    Shot("findings-80x24", SMALL, "painted", ("i",)),
    Shot("jobs-160x48", LARGE, "painted", ("P", "4", "r", "5", "V", "enter", "6", "r", "r", "j")),
    Shot("log-80x24", SMALL, "painted", ("r", "l"), 4.0),
    Shot("help-160x48", LARGE, "painted", ("question_mark",)),
    Shot("publish-160x48", LARGE, "painted", ("e",), 3.0),
    Shot("dummy-160x48", LARGE, "painted", ("D", "right"), 3.0),
    Shot("help-80x24", SMALL, "painted", ("question_mark",)),
)


def main(arguments: Sequence[str]) -> int:
    """Write `NAME.svg` and, where rsvg-convert is installed, `NAME.png` into the folder named."""
    folder = Path(arguments[0] if arguments else "screenshots").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = home
        asyncio.run(_all(folder, Path(home)))
    if shutil.which("rsvg-convert"):
        for shot in SHOTS:
            svg, png = folder / f"{shot.name}.svg", folder / f"{shot.name}.png"
            subprocess.run(["rsvg-convert", "--width", "1600", "--output", str(png), str(svg)], check=True)  # noqa: S603, S607
    return 0


async def _all(folder: Path, home: Path) -> None:
    library = home / "Fibel"
    library.mkdir()
    settings = with_box(load_settings()).model_copy(update={"theme": "lamp"})
    await _prepare(_at(settings, PREPARING_SPEED), library)
    for shot in SHOTS:
        svg = await _taken(_at(settings, SHOWING_SPEED), library, shot)
        (folder / f"{shot.name}.svg").write_text(svg, "utf-8")
        print(shot.name)  # noqa: T201 - the progress of a command


async def _prepare(settings: Settings, library: Path) -> None:
    """Make the books: one painted, one with an outline."""
    sample = text.parse((shipped.folder("presets") / "books" / "sample.yaml").read_text("utf-8"))
    outlined = begin(NewBook(idea="Ein Mädchen baut ein Floß und fährt über den See.", pages=8))
    await _made(settings, library / "painted", sample, paint=True)
    await _made(settings, library / "outline", outlined, paint=False)


def _at(settings: Settings, speed: float) -> Settings:
    return settings.model_copy(update={"box": settings.box.model_copy(update={"speed": speed})})


async def _made(settings: Settings, folder: Path, book: Book, *, paint: bool) -> None:
    BookFolder.create(folder, book).close()

    def unwatched(_event: Event) -> None:
        return

    async with studio(settings, folder, unwatched, attended=False) as here:
        if not paint:
            await here.list.finished([await here.outline.propose()])
            return
        for number, page in enumerate(book.pages):
            await here.list.finished([await here.pictures.repaint(page.id, seed=100 + number)])
        second = book.pages[1].id
        await here.list.finished([await here.pictures.repaint(second, seed=200 + number) for number in range(2)])
        if (take := here.book.pages[0].chosen) is not None:
            await here.cast.refer(book.cast[0].name, take)
        for page in book.pages[:3]:
            await here.texts.approve(page.id)
            await here.pictures.approve(page.id)


async def _taken(settings: Settings, library: Path, shot: Shot) -> str:
    app = FibelApp(settings, folder=None if shot.book is None else library / shot.book, library=library)
    async with app.run_test(size=shot.size) as pilot:
        await pilot.pause(SETTLED)
        for key in shot.keys:
            await pilot.press(key)
        await pilot.pause(shot.wait)
        return app.export_screenshot(title="Fibel")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
