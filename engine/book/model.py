"""What a book is: pages, scenes, takes, characters. Values only; every edit makes a new book.

The words are those of the design: a *scene* is what one story page shows, a *take* is one finished picture with its
whole *recipe*, a *draft* is a text the writer proposes.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from engine.book.edition import Edition, Layout
from engine.book.values import MAX_TEXT as MAX_TEXT
from engine.book.values import Line as Line
from engine.book.values import Text as Text
from engine.book.values import Value as _Value
from engine.units import Px, Seconds

SCHEMA: Literal[1] = 1
"""The schema number this program writes."""

PageId = Annotated[str, Field(pattern=r"^p\d{3,}$")]
TakeId = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


def fingerprint(text: str) -> str:
    """Return 12 hex digits that stand for `text`; white space at the ends does not count."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:12]


class Role(StrEnum):
    TITLE = "title"
    IMPRINT = "imprint"
    DEDICATION = "dedication"
    STORY = "story"
    END = "end"


class TextState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    STALE = "stale"


class PictureState(StrEnum):
    NONE = "none"
    PAINTING = "painting"
    READY = "ready"
    APPROVED = "approved"
    STALE = "stale"


class Approver(StrEnum):
    AUTHOR = "author"
    UNATTENDED = "unattended"


class OutlineLine(_Value):
    """One line of the outline: who, where, what, feeling (German)."""

    who: Line = ""
    where: Line = ""
    what: Line = ""
    feeling: Line = ""

    def sentence(self) -> str:
        """All four on one line, as the outline board and the writer's prompts show them."""
        parts = (("Wer", self.who), ("Wo", self.where), ("Was", self.what), ("Gefühl", self.feeling))
        return " | ".join(f"{name}: {value}" for name, value in parts if value)


class Scene(_Value):
    """What a story page tells and shows."""

    text: Text = ""
    """German, for the child."""
    action: Line = ""
    """English: what is to be seen. No names, no style words."""
    framing: Line = ""
    """English: distance, angle, calm areas ("wide shot, eye level, calm sky at the top")."""
    alt: Line = ""
    """German: the picture in words, for those who cannot see it."""
    action_of: str = ""
    """Fingerprint of the text the action was translated from; empty when the author wrote the action."""
    characters: tuple[Line, ...] = ()
    """Names of those of the cast who are seen; empty means the whole cast."""


class Shape(StrEnum):
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"


Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Region(_Value):
    """A part of a picture: where it begins and how large it is, in fractions of the picture's width and height."""

    left: Fraction
    top: Fraction
    width: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
    height: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
    shape: Shape = Shape.RECTANGLE


class Character(_Value):
    """A character with a fixed block of weighted prompt text that goes verbatim into each prompt."""

    name: Line
    block: Line = ""
    reference: TakeId | None = None
    """The take the character is seen on as it shall look on every page."""
    reference_part: Region | None = None
    """Where on that take; None is the middle."""
    likeness: Fraction | None = None
    """How closely pictures keep to the reference; None is the workflow's own weight."""
    weight: Annotated[float, Field(ge=0.5, le=1.6, allow_inf_nan=False)] | None = None
    """How much the whole block counts in prompts; None leaves it as it is written."""


class ModelFile(_Value):
    """A file that a workflow loads besides the checkpoint, by the part it plays there ("lora", "upscaler")."""

    part: Line
    name: Line


class Recipe(_Value):
    """Everything that makes the picture again."""

    workflow: Line
    checkpoint: Line
    positive: Text
    negative: Text
    seed: int = Field(ge=0, le=2**64 - 1)
    sampler: Line
    scheduler: Line
    steps: int = Field(ge=1, le=10_000)
    cfg: float = Field(ge=0, le=100)
    width: Px = Field(ge=16, le=16_384)
    height: Px = Field(ge=16, le=16_384)
    preset: Line = ""
    """Name of the sampler preset the numbers came from, for the author's eye; the numbers count."""
    reference: TakeId | None = None
    """The take a character's look was taken from, if the workflow works with one."""
    reference_part: Region | None = None
    likeness: Fraction | None = None
    source: TakeId | None = None
    """The take the picture began with: it is varied, retouched or enlarged."""
    denoise: Fraction | None = None
    """How much of the source is painted anew, 0 to 1."""
    mask: tuple[Region, ...] = ()
    """The only parts of the source that may change; none means all of it may."""
    files: tuple[ModelFile, ...] = ()
    """What the workflow loads besides the checkpoint."""

    def file(self, part: str) -> str | None:
        """Return the file that plays a part, or None."""
        return next((file.name for file in self.files if file.part == part), None)


class Take(_Value):
    """One finished picture: immutable, named by its content."""

    id: TakeId
    file: Annotated[str, Field(pattern=r"^takes/p\d{3,}-[0-9a-f]{12}\.png$")]
    recipe: Recipe
    width: Px
    height: Px
    at: Line
    """ISO 8601, UTC."""
    seconds: Annotated[Seconds, Field(ge=0, allow_inf_nan=False)] = 0.0
    """How long the painting took."""
    job: Line = ""
    """Id of the job that painted it; by it an interrupted commit is completed instead of painted again."""
    sketch: bool = False
    """Painted by the box, not by a real model."""
    discarded: bool = False


class Approval(_Value):
    """Somebody said yes to exactly this: the fingerprint of a text, or the id of a take."""

    of: str
    by: Approver = Approver.AUTHOR
    at: Line = ""


class Draft(_Value):
    """A text the writer proposes in place of the author's; it waits until accepted or dismissed."""

    text: Text
    job: Line = ""
    instruction: Line = ""


class Judgement(_Value):
    """What the writer itself says of a page's text when asked three plain questions; never more than a hint."""

    of: str
    """Fingerprint of the text it was asked about; of another text it says nothing."""
    fear: bool = False
    """Something frightens, and the page does not end it."""
    danger: bool = False
    """Something is done that a child may copy and be hurt by."""
    unkind: bool = False
    """Somebody is treated unkindly, and nobody minds."""
    because: Line = ""
    """German: why, in a sentence."""


class GuardVerdict(_Value):
    """What a guard model says of a page's text; the author decides what it means."""

    of: str
    """Fingerprint of the text it read; of another text it says nothing."""
    by: Line
    """Name of the model."""
    hazards: tuple[Line, ...] = ()
    """What it sees in the text; empty where it calls it safe."""


class Dismissal(_Value):
    """A finding the author has waved through: this rule, for exactly this sentence."""

    rule: Line
    of: str
    """Fingerprint of the sentence."""


class Page(_Value):
    """One page. `id` stays when the page moves; its number is its place in the book, from 1."""

    id: PageId
    role: Role = Role.STORY
    outline: OutlineLine = OutlineLine()
    scene: Scene = Scene()
    draft: Draft | None = None
    judgement: Judgement | None = None
    guard: GuardVerdict | None = None
    dismissed: tuple[Dismissal, ...] = ()
    text_approval: Approval | None = None
    picture_approval: Approval | None = None
    takes: tuple[Take, ...] = ()
    chosen: TakeId | None = None
    layout: Layout | None = None
    """In place of the edition's."""

    @property
    def text_state(self) -> TextState:
        if self.text_approval is None:
            return TextState.DRAFT
        same = self.text_approval.of == fingerprint(self.scene.text)
        return TextState.APPROVED if same else TextState.STALE

    @property
    def guarded(self) -> bool:
        """Whether a guard model has read the text as it is now."""
        return self.guard is not None and self.guard.of == fingerprint(self.scene.text)

    @property
    def action_stale(self) -> bool:
        """Whether the text has changed since its visual translation."""
        return bool(self.scene.action_of) and self.scene.action_of != fingerprint(self.scene.text)

    @property
    def chosen_take(self) -> Take | None:
        return next((take for take in self.takes if take.id == self.chosen), None)

    def picture_state(self, *, positive: str | None = None, painting: bool = False) -> PictureState:
        """Return the state of the picture.

        Args:
            positive: the prompt the page has now; a chosen take made from another one is stale.
            painting: whether a job paints this page right now.
        """
        if painting:
            return PictureState.PAINTING
        take = self.chosen_take
        if take is None:
            return PictureState.NONE
        if positive is not None and self._shown_on(take) != positive:
            return PictureState.STALE
        if self.picture_approval is None:
            return PictureState.READY
        return PictureState.APPROVED if self.picture_approval.of == take.id else PictureState.READY

    def _shown_on(self, take: Take) -> str:
        """Return the prompt a take shows: a retouched one shows that of the take it began with, but for a part."""
        by_id, seen = {known.id: known for known in self.takes}, {take.id}
        while take.recipe.mask and take.recipe.source in by_id and take.recipe.source not in seen:
            take = by_id[take.recipe.source]
            seen.add(take.id)
        return take.recipe.positive


class StandIns(_Value):
    """Names in the book that stand for others, which only the author's machine knows."""

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    """By it the machine finds the names; it says nothing of them."""
    names: tuple[Line, ...]


class Book(_Value):
    """The whole book, as book.yaml holds it."""

    schema_number: Literal[1] = Field(default=SCHEMA, alias="schema")
    title: Line = ""
    author: Line = ""
    idea: Text = ""
    language: Literal["de", "en"] = "de"
    age: Line = "3-5"
    """Name of the age profile."""
    format: Line = "a5"
    style: Line = "watercolor"
    preset: Line = "quality"
    """Name of the sampler preset for new takes."""
    picture_size: Line | None = None
    """Of new takes: "M 3:4" or "640x896"; None takes that of the format."""
    style_yields: bool | None = None
    """Whether the style's last words move behind everything else where a character would find no room before them."""
    cast: tuple[Character, ...] = ()
    pages: tuple[Page, ...] = ()
    outline_settled: bool = False
    """Whether the author said yes to the outline; no scene is written before."""
    consents: tuple[Line, ...] = ()
    """Where beyond this machine the author lets the book's texts go, as the writer names the place."""
    stand_ins: StandIns | None = None
    edition: Edition | None = None
    pages_made: int = 0
    """How many page ids were given out; an id is never used again."""

    def page(self, page_id: str) -> Page:
        """Return the page with this id.

        Raises:
            KeyError: the book has no such page.
        """
        for page in self.pages:
            if page.id == page_id:
                return page
        raise KeyError(page_id)

    def number_of(self, page_id: str) -> int:
        """Return the page's number, from 1.

        Raises:
            KeyError: the book has no such page.
        """
        for number, page in enumerate(self.pages, start=1):
            if page.id == page_id:
                return number
        raise KeyError(page_id)

    @property
    def story_pages(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.role is Role.STORY)
