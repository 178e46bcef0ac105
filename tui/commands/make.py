"""`fibel make`: the whole way unattended, from an idea to a file; it goes on where it stopped."""

from __future__ import annotations

import argparse

from engine.book.folder import is_book
from engine.book.model import Approver, PictureState, TextState
from engine.publish.export import Kind
from engine.settings import Settings
from engine.studio import Studio
from tui.commands.beginning import create
from tui.commands.parser import Globals
from tui.commands.publish import told
from tui.commands.stations import at_work, settle
from tui.commands.telling import Teller


def make(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Outline, scenes, pictures and file; what the author has approved or written already stays as it is."""
    Kind.of(command.to)
    if not is_book(command.folder):
        create(command)

    async def work(here: Studio, teller: Teller) -> None:
        if command.idea.strip() and command.idea.strip() != here.book.idea.strip():
            teller.line(f"Going on with the idea this book was begun with: {here.book.idea}")
        await settle(here)
        await here.list.finished(await here.texts.write())
        await approve_texts(here)
        await here.pictures.paint()
        await here.list.finished()
        await approve_pictures(here)
        exported = await here.press.export(command.to, soft_pictures=True, force=command.force)
        if soft := sum(finding.code == "low-resolution" for finding in exported.findings):
            teller.line(f"{soft} pictures look soft on paper: enlarge them with a model before you have it printed.")
        told(exported, as_json=options.json)

    return at_work(options, settings, command, work)


async def approve_texts(here: Studio) -> None:
    """Approve the texts nobody has looked at, marked as unattended."""
    for page in here.book.story_pages:
        if page.text_state is not TextState.APPROVED:
            await here.texts.approve(page.id, Approver.UNATTENDED)


async def approve_pictures(here: Studio) -> None:
    """Approve the pictures nobody has looked at, marked as unattended."""
    for page in here.book.story_pages:
        if here.picture_state(page.id) is PictureState.READY:
            await here.pictures.approve(page.id, Approver.UNATTENDED)
