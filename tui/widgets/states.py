"""How states look: a symbol that speaks without colour, and a colour for those who have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from engine.book.model import Book, Page, PictureState, Role, TextState
from engine.jobs.events import EngineState
from engine.jobs.job import JobKind, JobState

if TYPE_CHECKING:
    from engine.presets import StylePreset

OPEN, DONE, STALE, NOTHING, BUSY, DRAFT = "○", "✓", "!", "·", "◐", "✎"


@dataclass(frozen=True, slots=True)
class Look:
    """`style` is the name of a theme variable, without the dollar."""

    symbol: str
    style: str
    words: str


TEXT_LOOKS = {
    TextState.DRAFT: Look(OPEN, "warning", "waits for your yes"),
    TextState.APPROVED: Look(DONE, "success", "approved"),
    TextState.STALE: Look(STALE, "error", "changed since it was approved"),
}
NO_TEXT = Look(NOTHING, "foreground-muted", "not written yet")
NEW_TEXT = Look(DRAFT, "accent", "the writer proposes another text")

PICTURE_LOOKS = {
    PictureState.NONE: Look(NOTHING, "foreground-muted", "not painted yet"),
    PictureState.PAINTING: Look(BUSY, "accent", "being painted"),
    PictureState.READY: Look(OPEN, "warning", "waits for your yes"),
    PictureState.APPROVED: Look(DONE, "success", "approved"),
    PictureState.STALE: Look(STALE, "error", "painted for another prompt"),
}

JOB_LOOKS = {
    JobState.QUEUED: Look(OPEN, "foreground-muted", "waiting"),
    JobState.SUBMITTED: Look(BUSY, "accent", "at work"),
    JobState.RUNNING: Look(BUSY, "accent", "at work"),
    JobState.FETCHED: Look(BUSY, "accent", "at work"),
    JobState.COMMITTED: Look(DONE, "success", "done"),
    JobState.FAILED: Look(STALE, "error", "failed"),
    JobState.CANCELLED: Look(NOTHING, "foreground-muted", "cancelled"),
}

JOB_WORDS = {
    JobKind.OUTLINE: "Outline",
    JobKind.SCENES: "Scenes",
    JobKind.REPAIR: "Better sentences",
    JobKind.REWRITE: "Another text",
    JobKind.TRANSLATE: "What is to be seen",
    JobKind.JUDGE: "Three questions",
    JobKind.EDITION: "Other language",
    JobKind.PAINT: "Picture",
    JobKind.WARM: "Warming up",
    JobKind.FLUSH: "Freeing the card",
    JobKind.UPSCALE: "Enlargement",
}


@dataclass(frozen=True, slots=True)
class PageState:
    """Where one page stands."""

    number: int
    page: Page
    text: TextState
    picture: PictureState
    waits: bool
    """Whether a picture of it is on the list."""

    @property
    def has_text(self) -> bool:
        return bool(self.page.scene.text.strip())

    @property
    def text_done(self) -> bool:
        """Whether the author has nothing to do about the text; only story pages need one."""
        return self.text is TextState.APPROVED or (self.page.role is not Role.STORY and not self.has_text)

    @property
    def is_open(self) -> bool:
        """Whether the author's yes is still lacking, to the text or the picture."""
        return not (self.text_done and self.picture is PictureState.APPROVED)

    @property
    def text_look(self) -> Look:
        if self.page.draft is not None:
            return NEW_TEXT
        return TEXT_LOOKS[self.text] if self.has_text else NO_TEXT

    @property
    def picture_look(self) -> Look:
        look = PICTURE_LOOKS[self.picture]
        return Look("…", "foreground-muted", "on the list") if self.waits and look.symbol == NOTHING else look


@dataclass(frozen=True, slots=True)
class Painting:
    """The pages that are painted now, and those that wait for it: all that a page's state needs of the engine's."""

    now: frozenset[str]
    later: frozenset[str]


def painting_of(engine: EngineState) -> Painting:
    running = engine.running
    return Painting(
        frozenset(running.pages if running is not None and running.kind is JobKind.PAINT else ()),
        frozenset(page for job in engine.queue if job.kind is JobKind.PAINT for page in job.pages),
    )


def page_states(book: Book, style: StylePreset | None, painting: Painting) -> tuple[PageState, ...]:
    """Return where each page stands; without a style nothing is judged stale."""
    from engine.overview import picture_state

    return tuple(
        PageState(
            number=number,
            page=page,
            text=page.text_state,
            picture=page.picture_state(painting=page.id in painting.now)
            if style is None
            else picture_state(book, page, style, painting=page.id in painting.now),
            waits=page.id in painting.later,
        )
        for number, page in enumerate(book.pages, start=1)
    )


def cut(text: str, width: int) -> Text:
    """Return `text` on one line, cut to `width` cells, never read as markup."""
    line = Text(" ".join(text.split()), no_wrap=True, end="")
    line.truncate(max(1, width), overflow="ellipsis")
    return line
