"""Whether everybody on a page has room among the words the image model heeds; asked before painting, once a book."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.book.model import Page
from engine.illustrator.prompt_check import crowded_out
from tui.rooms.dialogs import Answer, Question
from tui.words import say

if TYPE_CHECKING:
    from tui.rooms.room import BookRoom


async def room_for_all(room: BookRoom, pages: Sequence[Page]) -> bool:
    """Say before painting who lies beyond the words the image model heeds, and offer to make room.

    Runs in a worker.

    Returns:
        False where the author would rather not paint.
    """
    home, link = room.home, room.link
    book = link.book
    style = home.shelf.styles.get(book.style) if book is not None else None
    if book is None or style is None or book.style_yields or link.folder in home.painted_as_they_are:
        return True
    names = await asyncio.to_thread(crowded_out, book, pages, style)
    if not names:
        return True
    question = say(
        "{names} would look different on every picture: the style takes up the words the model heeds.",
        names=", ".join(names),
    )
    answers = [
        Answer("enter", say("the style's last words behind"), True),
        Answer("p", say("paint as it is"), False),
    ]
    answer = await room.app.push_screen_wait(Question(question, answers))
    if answer:
        await link.wish(lambda studio: studio.pictures.let_style_yield())
    elif answer is False and link.folder is not None:
        home.painted_as_they_are.add(link.folder)
    return answer is not None
