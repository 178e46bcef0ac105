"""What a file is for: the author names the purpose, and kind and profile follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.presets import FormatPreset
from engine.publish.export import Kind
from engine.publish.profile import Profile
from tui.words import say, spoken


@dataclass(frozen=True, slots=True)
class Aim:
    """A purpose; `ending` sets its file apart from the others of the book."""

    kind: Kind
    profile: Profile | None
    words: str
    about: str
    ending: str = ""

    @property
    def name(self) -> str:
        return f"{self.kind}{self.profile or ''}"

    @property
    def checked_for(self) -> Profile | None:
        """What the preflight looks for."""
        return self.profile if self.kind is Kind.PDF else Profile.SCREEN

    @property
    def seen_as(self) -> Profile:
        """What its pages look like."""
        if self.profile is not None and self.profile is not Profile.LISTING:
            return self.profile
        return Profile.FIXED if self.kind is Kind.EPUB else Profile.SCREEN

    @property
    def printed(self) -> bool:
        return self.profile in (Profile.PRINT, Profile.COVER)

    def beside(self, stem: Path) -> Path:
        """Return the file's proposed path; `stem` is that of all files of the book."""
        ending = f"-{say(self.ending)}" if self.ending else ""
        return stem.with_name(f"{stem.name}{ending}{self.kind.value}")


AIMS = (
    Aim(
        Kind.PDF,
        Profile.PRINT,
        "To be printed: the inside",
        "What a printing service calls inside, interior or book block. The cover is a file of its own.",
    ),
    Aim(
        Kind.PDF,
        Profile.COVER,
        "To be printed: the cover",
        "Back, spine and front on one sheet. Export it last: the spine grows with the pages.",
        "cover",
    ),
    Aim(
        Kind.PDF,
        Profile.PROOF,
        "Proof: to be judged first",
        "With the lines of knife and safe area, and how sharp each picture is. Not for the printing service.",
        "proof",
    ),
    Aim(
        Kind.PDF,
        Profile.SCREEN,
        "PDF to read and to send",
        "Trimmed, light enough for a mail, with an outline and words for those who cannot see.",
        "screen",
    ),
    Aim(
        Kind.EPUB,
        None,
        "E-book (EPUB)",
        "For readers and tablets: real words over the pictures, read aloud if wanted.",
    ),
    Aim(Kind.PDF, Profile.ARCHIVE, "For libraries (PDF/A)", "Everything it needs is in it for good.", "archive"),
    Aim(Kind.CBZ, None, "Pictures to leaf through (CBZ)", "One picture a page, for comic readers and tablets."),
    Aim(Kind.EPUB, Profile.KINDLE, "E-book for Kindle", "The same e-book as Amazon's shop wants it.", "kindle"),
    Aim(Kind.EPUB, Profile.REFLOW, "E-book, words as large as one likes", "Picture, then words, in one flow.", "flow"),
    Aim(
        Kind.PDF, Profile.BOOKLET, "Booklet from a printer at home", "A4 on both sides, to fold and staple.", "booklet"
    ),
    Aim(Kind.PDF, Profile.CONTACT, "Contact sheet", "Every picture small, with its words and seed.", "contact"),
    Aim(Kind.MARKDOWN, None, "The words alone (Markdown)", "To be read, corrected or begun again from."),
    Aim(Kind.DOCX, None, "The words alone (Word)", "For those who correct in a word processor."),
    Aim(Kind.MARKDOWN, Profile.LISTING, "What a shop asks", "Title, blurb, keywords, and what a machine did.", "shop"),
    Aim(Kind.PICTURES, None, "The pictures alone", "As large as there are, named by their pages."),
)

OTHER = "Another file of the book."


def all_aims() -> tuple[Aim, ...]:
    """Return the purposes in the order in which they are offered, kinds that have no words of their own last."""
    told = {aim.kind for aim in AIMS}
    return (*AIMS, *(Aim(kind, None, kind.value, OTHER) for kind in Kind if kind not in told))


def number(value: float) -> str:
    """Return a measure with one digit at most, as it is written in the language spoken.

    >>> number(3.175), number(148.0)
    ('3.2', '148')
    """
    words = f"{value:.1f}".removesuffix(".0")
    return words.replace(".", ",") if spoken() == "de" else words


def bleed_words(page: FormatPreset) -> str:
    """Return how far the paper reaches beyond the trim, sides alike told together."""
    bleed = page.bleed
    sides = {
        say("top"): bleed.top,
        say("bottom"): bleed.bottom,
        say("outside"): bleed.outer,
        say("gutter"): bleed.inner,
    }
    if len(set(sides.values())) == 1:
        return say("{n} mm on all sides", n=number(bleed.top)) if bleed.top else say("none")
    by_depth: dict[float, list[str]] = {}
    for side, depth in sides.items():
        by_depth.setdefault(depth, []).append(side)
    return "; ".join(
        f"{', '.join(names)} {number(depth)} mm" if depth else f"{', '.join(names)} {say('none')}"
        for depth, names in by_depth.items()
    )
