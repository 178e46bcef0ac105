"""What a file is for."""

from __future__ import annotations

from enum import StrEnum


class Profile(StrEnum):
    """What a file is for."""

    PRINT = "print"
    """The inside of the book, as the format's printing service takes it."""
    SCREEN = "screen"
    """To be read and sent: outline, tags, pictures in words."""
    ARCHIVE = "archive"
    """PDF/A-2u, for libraries: everything it needs is in it."""
    PROOF = "proof"
    """To be judged before printing: trim, safe area, and how sharp each picture is."""
    COVER = "cover"
    """Back, spine and front on one sheet, as the printing service wraps it around the book."""
    BOOKLET = "booklet"
    """For a printer at home: two pages on each side of A4, in the order in which they are folded and stapled."""
    CONTACT = "contact"
    """To look at a whole book at once: every picture small, with its text and how it was made."""
    FIXED = "fixed"
    """An e-book whose pages look as they do on paper."""
    KINDLE = "kindle"
    """The same, as Amazon's shop wants it."""
    REFLOW = "reflow"
    """An e-book whose words each reader sets as large as they like."""
    LISTING = "listing"
    """Not the book but what a shop asks about it: title, blurb, keywords, and where a machine had a hand in it."""

    @property
    def suffix(self) -> str:
        """Return the suffix of the files that can be made for it."""
        match self:
            case Profile.FIXED | Profile.KINDLE | Profile.REFLOW:
                return ".epub"
            case Profile.LISTING:
                return ".md"
            case _:
                return ".pdf"

    @property
    def on_paper(self) -> bool:
        """Whether a printing service has a say in it."""
        return self in (Profile.PRINT, Profile.ARCHIVE, Profile.PROOF, Profile.COVER)

    @property
    def for_work(self) -> bool:
        """Whether it is of use before the book is ready."""
        return self in (Profile.CONTACT, Profile.LISTING)


def profiles(suffix: str) -> tuple[Profile, ...]:
    """Return what files of a kind can be for."""
    return tuple(profile for profile in Profile if profile.suffix == suffix)
