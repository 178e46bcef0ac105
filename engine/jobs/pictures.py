"""Jobs of the illustrator: a picture is painted, checked, written, and only then named by the book."""

from __future__ import annotations

import asyncio

from engine.book.model import Page, Recipe
from engine.errors import FibelError
from engine.illustrator import comfyui
from engine.illustrator.composer import recipe_for
from engine.jobs.desk import Desk, uninterrupted
from engine.jobs.events import BookChanged, Preview, TakePainted
from engine.jobs.job import Job, JobState
from engine.language.book_safety import refuse_prompt, safety_rules
from engine.presets import FormatPreset
from engine.publish.layouts import picture_size
from engine.units import Bytes

WORKFLOW = "sd15_txt2img"
"""The shipped workflow; the only one so far."""


async def paint(desk: Desk, job: Job) -> None:
    """Paint one take of the job's page, or complete what an earlier attempt left.

    Raises:
        FibelError: what the illustrator raises; `page_unknown` if the page has gone; `not_for_children`.
    """
    page_id = job.pages[0]
    if await settle_earlier(desk, job):
        return
    resumed = job.recipe is not None
    recipe = job.recipe or _recipe(desk, job)
    rules = await asyncio.to_thread(safety_rules, desk.crew.preset_folders)
    refuse_prompt(recipe.positive, desk.book.age, rules)
    job = await desk.queue.submit(job, recipe)
    began = desk.crew.clock.now()
    png = await desk.crew.illustrator.adopt(job.id, recipe, _watch(desk, page_id)) if resumed else None
    if png is None:
        prefix = f"fibel/{page_id}-{job.id}"
        png = await desk.crew.illustrator.paint(job.id, recipe, prefix=prefix, on=_watch(desk, page_id))
    await desk.queue.move(job.id, JobState.FETCHED)
    picture, seconds, at = png, desk.crew.clock.now() - began, desk.crew.clock.wall()

    def keep() -> str:
        take = desk.folder.add_take(
            page_id, picture, recipe, job=job.id, seconds=seconds, sketch=desk.crew.sketches, at=at
        )
        return take.id

    take_id = await uninterrupted(asyncio.to_thread(keep))
    desk.emit(BookChanged(desk.book))
    desk.emit(TakePainted(page_id, take_id))


def expect(desk: Desk, job: Job, room: Bytes | None) -> None:
    """Tell the illustrator how large the job's picture will be, so that room is made for it.

    Args:
        room: bytes that are free on the card when no model is loaded; None: not known. A picture that was submitted
            before is not judged again.

    Raises:
        FibelError: `picture_too_large`, with a size that fits.
    """
    recipe = job.recipe or _recipe(desk, job)
    desk.crew.illustrator.expect(recipe.width, recipe.height, None if job.recipe else room)


async def settle_earlier(desk: Desk, job: Job) -> bool:
    """Complete a picture whose file a crash left on disk; true if nothing has to be painted any more."""
    try:
        page = desk.book.page(job.pages[0])
    except KeyError:
        raise FibelError("page_unknown", f"{job.pages[0]} was deleted.") from None
    if any(take.job == job.id for take in page.takes):
        return True
    orphan = await asyncio.to_thread(desk.folder.orphan_take, job.id)
    if orphan is None:
        return False
    take = await asyncio.to_thread(desk.folder.adopt, page.id, orphan)
    desk.emit(BookChanged(desk.book))
    desk.emit(TakePainted(page.id, take.id))
    return True


def _recipe(desk: Desk, job: Job) -> Recipe:
    book = desk.book
    page = book.page(job.pages[0])
    preset = job.preset or book.preset
    return recipe_for(
        book,
        page,
        style=desk.style(),
        sampler=desk.sampler(preset),
        preset=preset,
        format=_format(desk, page),
        checkpoint=desk.crew.checkpoint,
        workflow=WORKFLOW,
        seed=job.seed,
    )


def _format(desk: Desk, page: Page) -> FormatPreset:
    """Return the book's format, its picture in the shape of this page's place for it."""
    book, preset = desk.book, desk.format()
    layout = page.layout or (book.edition.layout if book.edition else None)
    width, height = picture_size(preset, layout)
    return preset.model_copy(update={"picture_width": width, "picture_height": height})


def _watch(desk: Desk, page_id: str) -> comfyui.Watcher:
    def on(event: comfyui.PaintEvent) -> None:
        match event:
            case comfyui.Step(value=value, of=of):
                desk.board.progressed(value, of)
            case comfyui.Preview(jpeg=jpeg):
                desk.emit(Preview(page_id, jpeg))
            case _:
                pass

    return on
