"""A job: one unit of engine work, and the states it goes through."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from engine.book.model import Line, PageId, Recipe, Region, TakeId, Text
from engine.card.tenant import ModelKind


class JobKind(StrEnum):
    OUTLINE = "outline"
    SCENES = "scenes"
    REPAIR = "repair"
    REWRITE = "rewrite"
    TRANSLATE = "translate"
    JUDGE = "judge"
    EDITION = "edition"
    PAINT = "paint"
    WARM = "warm"
    FLUSH = "flush"
    UPSCALE = "upscale"


class JobState(StrEnum):
    QUEUED = "queued"
    SUBMITTED = "submitted"
    RUNNING = "running"
    FETCHED = "fetched"
    COMMITTED = "committed"
    FAILED = "failed"
    CANCELLED = "cancelled"


TERMINAL = frozenset({JobState.COMMITTED, JobState.FAILED, JobState.CANCELLED})
"""States a job never leaves."""

MODEL_OF = {
    JobKind.OUTLINE: ModelKind.TEXT,
    JobKind.SCENES: ModelKind.TEXT,
    JobKind.REPAIR: ModelKind.TEXT,
    JobKind.REWRITE: ModelKind.TEXT,
    JobKind.TRANSLATE: ModelKind.TEXT,
    JobKind.JUDGE: ModelKind.TEXT,
    JobKind.EDITION: ModelKind.TEXT,
    JobKind.PAINT: ModelKind.IMAGE,
    JobKind.WARM: ModelKind.TEXT,
    JobKind.FLUSH: ModelKind.TEXT,
    JobKind.UPSCALE: ModelKind.IMAGE,
}
"""Which kind of model each kind of job needs; a job about the card itself names one."""


class Brief(BaseModel):
    """What a picture begins with, where it does not begin with nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: TakeId | None = None
    """The take that is varied, retouched or enlarged."""
    strength: float = Field(default=0.5, ge=0, le=1)
    """How much of it is painted anew."""
    mask: tuple[Region, ...] = ()
    """The only parts that may change; none means all of it may."""


class Job(BaseModel):
    """What is to be done, complete enough to be done again after a restart.

    `id` is a lowercase UUID: ComfyUI takes it as its prompt id, so that a picture can be found again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
    kind: JobKind
    pages: tuple[PageId, ...] = ()
    recipe: Recipe | None = None
    """Fixed when the picture is submitted, so that it shows the prompt of that moment and can be made again."""
    instruction: Line = ""
    sentence: Text = ""
    """The one to be said otherwise, as it stands on the page; empty for all of a page that break a rule."""
    brief: Brief | None = None
    preset: Line = ""
    """Sampler preset wished for; empty takes the book's."""
    size: Line = ""
    """Of the picture, as the author says it ("L 3:4"); empty takes the book's."""
    seed: int = 0
    count: int = 0
    """Pages an outline is asked for."""
    whole: bool = False
    """Part of a wish for the whole book: nobody waits for this one in particular."""
    held: bool = False
    """Put on the list for later: done when its model is there anyway, or when the author lets the list run."""
    target: ModelKind | None = None
    """The kind of model that is warmed up, or that lay there when a flush was wished for."""
    created: float = 0.0
    """Seconds since the epoch."""
    began: float = 0.0
    """When it was begun last; seconds since the epoch."""
    ended: float = 0.0
    """When it came to its end; seconds since the epoch."""
    state: JobState = JobState.QUEUED
    error: Line = ""
    """Code of the error it failed with."""
    details: Text = ""

    @property
    def model(self) -> ModelKind:
        return self.target or MODEL_OF[self.kind]

    @property
    def page(self) -> PageId | None:
        """The page it is about, if it is about one."""
        return self.pages[0] if len(self.pages) == 1 else None
