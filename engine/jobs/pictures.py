"""Jobs of the illustrator: a picture is painted, checked, written, and only then named by the book."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from engine.book.model import Page, Recipe, Take
from engine.book.takes import with_recipe
from engine.card.estimate import UPSCALERS
from engine.errors import FibelError
from engine.illustrator import comfyui
from engine.illustrator.comfyui import Materials
from engine.illustrator.planning import Means, Plan, Wish, enlarged, plan
from engine.illustrator.workflow import Workflow
from engine.jobs.desk import Desk, uninterrupted
from engine.jobs.events import BookChanged, Notice, Preview, PrintMade, TakePainted
from engine.jobs.job import Job, JobKind, JobState
from engine.language.book_safety import refuse_prompt, safety_rules
from engine.presets import FormatPreset, PresetKind, SamplerPreset, load_all
from engine.publish.layouts import picture_size
from engine.units import Bytes

ENLARGED = 4
"""How many times larger a picture becomes for the press: 512 x 768 pixels then fill A5 at 350 dots to the inch."""


async def paint(desk: Desk, job: Job) -> None:
    """Paint one take of the job's page, or complete what an earlier attempt left.

    Raises:
        FibelError: what the illustrator raises; `page_unknown` if the page has gone; `take_missing` for a picture it
            begins with; `not_for_children`.
    """
    page_id = job.pages[0]
    if await settle_earlier(desk, job):
        return
    resumed = job.recipe is not None
    recipe = job.recipe or await _recipe(desk, job)
    rules = await asyncio.to_thread(safety_rules, desk.crew.preset_folders)
    refuse_prompt(recipe.positive, desk.book.age, rules)
    began = desk.crew.clock.now()
    picture = await _made(desk, job, recipe, resumed=resumed)
    seconds, at = desk.crew.clock.now() - began, desk.crew.clock.wall()

    def keep() -> str:
        take = desk.folder.add_take(
            page_id, picture, recipe, job=job.id, seconds=seconds, sketch=desk.crew.sketches, at=at
        )
        return take.id

    take_id = await uninterrupted(asyncio.to_thread(keep))
    desk.emit(BookChanged(desk.book))
    desk.emit(TakePainted(page_id, take_id))


async def expect(desk: Desk, job: Job, room: Bytes | None) -> None:
    """Tell the illustrator how large the job's picture will be, so that room is made for it.

    Args:
        room: bytes that are free on the card when no model is loaded; None: not known. A picture that was submitted
            before is not judged again.

    Raises:
        FibelError: `picture_too_large`, with a size that fits; as `paint` and `upscale`.
    """
    illustrator, resumed = desk.crew.illustrator, job.recipe
    if job.kind is JobKind.UPSCALE:
        take = _take(_page(desk, job), job.brief.source if job.brief else None)
        illustrator.expect(take.width, take.height, None, beside=(UPSCALERS,))
    elif resumed is not None:
        workflow = await asyncio.to_thread(Workflow.load, resumed.workflow, desk.crew.workflow_folders)
        tiled = workflow.decodes_in_tiles
        illustrator.expect(resumed.width, resumed.height, None, tiled=tiled, beside=workflow.beside)
    else:
        planned = await _planned(desk, job)
        workflow, size = planned.workflow, (planned.recipe.width, planned.recipe.height)
        illustrator.expect(*size, room, tiled=workflow.decodes_in_tiles, beside=workflow.beside)


async def upscale(desk: Desk, job: Job) -> None:
    """Enlarge the take a job names, for the press; what lies there already is not made again.

    Raises:
        FibelError: what the illustrator raises; `page_unknown`, `take_missing`.
    """
    page = _page(desk, job)
    take = _take(page, job.brief.source if job.brief else None)
    if await asyncio.to_thread(desk.folder.prints.enlarged, take) is not None:
        return
    recipe = job.recipe
    if recipe is None:
        bare = enlarged(take, factor=ENLARGED)
        workflow = await asyncio.to_thread(Workflow.load, bare.workflow, desk.crew.workflow_folders)
        recipe = bare.model_copy(update={"files": await desk.crew.illustrator.equip(workflow)})
    picture = await _made(desk, job, recipe, resumed=job.recipe is not None)
    made, sketch = recipe, desk.crew.sketches or take.sketch

    def keep() -> None:
        labelled = with_recipe(picture, made, job=job.id, sketch=sketch)
        desk.folder.prints.keep_enlarged(take, labelled, factor=ENLARGED)

    await uninterrupted(asyncio.to_thread(keep))
    desk.emit(PrintMade(page.id, take.id))


async def settle_earlier(desk: Desk, job: Job) -> bool:
    """Complete a picture whose file a crash left on disk; true if nothing has to be painted any more."""
    page = _page(desk, job)
    if any(take.job == job.id for take in page.takes):
        return True
    orphan = await asyncio.to_thread(desk.folder.orphan_take, job.id)
    if orphan is None:
        return False
    take = await asyncio.to_thread(desk.folder.adopt, page.id, orphan)
    desk.emit(BookChanged(desk.book))
    desk.emit(TakePainted(page.id, take.id))
    return True


async def _made(desk: Desk, job: Job, recipe: Recipe, *, resumed: bool) -> bytes:
    """Have a recipe made, or fetch what the server made of it before a restart of ours."""
    page_id, illustrator = job.pages[0], desk.crew.illustrator
    materials = await _materials(desk, recipe)
    job = await desk.queue.submit(job, recipe)
    on, prefix = _watch(desk, page_id), f"fibel/{page_id}-{job.id}"

    async def paint_it() -> bytes:
        return await illustrator.paint(job.id, recipe, prefix=prefix, on=on, materials=materials)

    try:
        adopted = await illustrator.adopt(job.id, recipe, on, materials) if resumed else None
        png = await paint_it() if adopted is None else adopted
    except FibelError as error:
        if error.code != "job_lost":
            raise
        png = await paint_it()  # its server was restarted, or its list cleared; once more, for twice is no accident
    await desk.queue.move(job.id, JobState.FETCHED)
    return png


async def _recipe(desk: Desk, job: Job) -> Recipe:
    planned = await _planned(desk, job)
    _say(desk, planned.notices)
    files = await desk.crew.illustrator.equip(planned.workflow)
    return planned.recipe.model_copy(update={"files": files})


async def _planned(desk: Desk, job: Job) -> Plan:
    book, page, crew = desk.book, _page(desk, job), desk.crew
    easel = await crew.illustrator.easel()
    samplers = await asyncio.to_thread(load_all, PresetKind.SAMPLERS, SamplerPreset, crew.preset_folders)
    means = Means(easel, desk.style(), _format(desk, page), samplers, crew.workflow, crew.workflow_folders)
    wish = Wish(preset=job.preset, size=job.size, seed=job.seed, instruction=job.instruction)
    if job.brief is not None and job.brief.source is not None:
        source = _take(page, job.brief.source)
        wish = replace(wish, source=source, strength=job.brief.strength, mask=job.brief.mask)
    return await asyncio.to_thread(plan, book, page, wish, means)


async def _materials(desk: Desk, recipe: Recipe) -> Materials:
    """Read the pictures a recipe names from the book."""
    every = {take.id: take for page in desk.book.pages for take in page.takes}

    async def read(take_id: str | None) -> bytes | None:
        if take_id is None:
            return None
        if take_id not in every:
            raise FibelError("take_missing", f"The picture {take_id} is no longer in the book.")
        return await asyncio.to_thread(desk.folder.read_take, every[take_id])

    return Materials(source=await read(recipe.source), reference=await read(recipe.reference))


def _page(desk: Desk, job: Job) -> Page:
    try:
        return desk.book.page(job.pages[0])
    except KeyError:
        raise FibelError("page_unknown", f"{job.pages[0]} was deleted.") from None


def _take(page: Page, take_id: str | None) -> Take:
    found = next((take for take in page.takes if take.id == take_id), None)
    if found is None:
        raise FibelError("take_missing", f"The page has no picture {take_id}.")
    return found


def _say(desk: Desk, notices: Sequence[str]) -> None:
    """Say what the author should know, each thing once as long as the book is open."""
    for notice in notices:
        if notice and notice not in desk.said:
            desk.said.add(notice)
            desk.emit(Notice(notice))


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
