"""How the book's pictures are painted from now on: preset, style, size."""

from __future__ import annotations

from engine.illustrator.sizes import ASPECTS, RESOLUTIONS
from engine.studio import Studio
from tui.rooms.dialogs import AskLine, Choose
from tui.rooms.room import BookRoom
from tui.words import say

PRESET, STYLE, SIZE, OWN_SIZE = "preset", "style", "size", "own size"

_SIDES = {"S": "small, quickly painted", "M": "larger", "L": "large, slow"}


async def choose_manner(room: BookRoom) -> None:
    """Ask which preset, style or size pictures shall have that are painted from now on, and have it so."""
    book, shelf = room.link.book, room.home.shelf
    if book is None:
        return
    size = book.picture_size or ""
    choices = [
        (f"{say('Preset')} · {name} · {preset.label}", (PRESET, name)) for name, preset in shelf.samplers.items()
    ]
    choices += [(f"{say('Style')} · {name} · {style.label}", (STYLE, name)) for name, style in shelf.styles.items()]
    choices += [(f"{say('Size')} · {say('as the format has it')}", (SIZE, ""))]
    choices += [
        (f"{say('Size')} · {name} · {side}² · {say(_SIDES[name])}", (SIZE, name)) for name, side in RESOLUTIONS.items()
    ]
    own = f"{size}, " if size and size not in RESOLUTIONS else ""
    choices += [(f"{say('Size')} · {own}{say('another …')}", (OWN_SIZE, size))]
    question = say("Preset {preset}, style {style}. Choose another:", preset=book.preset, style=book.style)
    chosen = await room.app.push_screen_wait(Choose(question, choices, (PRESET, book.preset)))
    if chosen is None:
        return
    kind, name = chosen
    if kind == OWN_SIZE:
        shapes = ", ".join(ASPECTS)
        asked = say("S, M or L with {shapes}; or width x height in pixels:", shapes=shapes)
        said = await room.app.push_screen_wait(AskLine(asked, name, placeholder="L 3:4"))
        if said is None:
            return
        name = said

    async def change(studio: Studio) -> None:
        match kind:
            case "preset":
                await studio.pictures.set_preset(name)
            case "style":
                await studio.pictures.set_style(name)
            case _:
                await studio.pictures.set_size(name)

    room.link.wish(change)
