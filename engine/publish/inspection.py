"""The finished file looked at as a printing service, a library or a voice does; needs the extra `print` (pikepdf).

Numbers in the comments are those of PDF 32000-1.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from engine.presets import Allowed, Colours, FormatPreset
from engine.publish.cover import Wrap
from engine.publish.finding import Cause, Finding, Severity
from engine.publish.geometry import Box, paper, trimmed
from engine.publish.profile import Profile
from engine.publish.sheets import is_right
from engine.publish.typeface import POINT

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

SLACK = 0.06
"""Points; boxes are written to two decimals."""

LIBRARY_TAKES = 50
"""Megabytes of a file that publishers hand to the German National Library without asking."""

OTHER_COLOURS = {Colours.CMYK: {"rg", "RG"}, Colours.RGB: {"k", "K"}}
"""Operators that must not stand in a file of these colours (8.6.8); greys are black ink alone in either."""

ACTIONS = ("/JavaScript", "/EmbeddedFiles")


def available() -> bool:
    """Whether files can be looked at here."""
    return find_spec("pikepdf") is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file must be for its purpose."""

    page: FormatPreset
    profile: Profile
    wrap: Wrap | None
    """The measures of a cover."""
    marked: bool
    """Whether its pictures say how they were made."""

    @property
    def printed(self) -> bool:
        """Whether a printing service takes it."""
        return self.profile in (Profile.PRINT, Profile.COVER)

    def boxes(self, count: int) -> tuple[Box, Box]:
        """Return paper and trim of the page after so many."""
        if self.wrap is not None:
            return self.wrap.sheet, self.wrap.trim
        trim = trimmed(self.page)
        bled = self.profile in (Profile.PRINT, Profile.PROOF)
        return (paper(self.page, right=is_right(count)) if bled else trim), trim


def inspect(
    content: bytes,
    page: FormatPreset,
    profile: Profile = Profile.PRINT,
    *,
    wrap: Wrap | None = None,
    marked: bool = False,
) -> list[Finding]:
    """Return what those whom a file is for would refuse.

    Args:
        content: of the PDF: the book's pages, or with `wrap` its cover.
        wrap: the measures of a cover.
        marked: whether its pictures must say how they were made.
    """
    import pikepdf

    wanted = Wanted(page, profile, wrap, marked)
    found = list(_of_size(content, wanted))
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            found += _of_document(pdf, wanted)
            if profile is Profile.SCREEN:
                found += _of_access(pdf)
            if profile is Profile.ARCHIVE:
                found += _of_archive(pdf)
            for count, one in enumerate(pdf.pages):
                found += _of_boxes(one, wanted, count)
                found += _of_content(one, wanted, count + 1)
            found += _of_fonts(pdf)
    except pikepdf.PasswordError:
        found.append(_error("encrypted", "The file is locked with a password.", "Export it again."))
    except pikepdf.PdfError as error:
        found.append(_error("file-broken", f"The file cannot be read: {error}.", "Export it again."))
    return found


def _of_size(content: bytes, wanted: Wanted) -> Iterator[Finding]:
    page, size = wanted.page, len(content) / 1e6
    if wanted.profile is Profile.SCREEN and size > LIBRARY_TAKES:
        message = f"The file has {size:.0f} MB; the national library takes {LIBRARY_TAKES} at most."
        yield Finding(Severity.NOTE, "file-too-large", None, message, "Fine for everybody else.", Cause.FILE)
    elif wanted.printed and size > page.most_megabytes:
        message = f"The file has {size:.0f} MB; {page.vendor or 'A printer'} takes {page.most_megabytes:.0f} at most."
        yield _error("file-too-large", message, "Leave pages out, or choose a smaller format.")


def _of_document(pdf: Pdf, wanted: Wanted) -> Iterator[Finding]:
    from pikepdf import Dictionary

    page = wanted.page

    if pdf.is_encrypted:
        yield _error("encrypted", "The file is locked with a password.", "Export it again.")
    names = pdf.Root.get("/Names")
    opening = pdf.Root.get("/OpenAction")
    acts = "/AA" in pdf.Root or isinstance(opening, Dictionary)  # an array only says which page to show first
    if acts or (names is not None and any(action in names for action in ACTIONS)):
        yield _error("active-content", "The file holds scripts or attached files.", "Export it again.")
    if not wanted.printed:
        return
    refused = {
        Allowed.OUTLINE: "/Outlines" in pdf.Root,
        Allowed.METADATA: "/Metadata" in pdf.Root or "/Title" in pdf.docinfo,
        Allowed.TAGS: "/StructTreeRoot" in pdf.Root,
    }
    for what, there in refused.items():
        if there and what not in page.allowed:
            message = f"The file holds {what}, which {page.vendor} does not take."
            yield _error("not-allowed", message, "Export it for printing: --profile print.")


def _of_access(pdf: Pdf) -> Iterator[Finding]:
    """A voice finds title, language and order, and each picture in words (14.7, 14.9.3)."""
    tree = pdf.Root.get("/StructTreeRoot")
    if "/Lang" not in pdf.Root or "/Title" not in pdf.docinfo or tree is None:
        yield _error("no-tags", "The file does not tell a voice what stands where.", "Export it again.")
        return
    figures = [part for part in _parts(tree) if str(part.get("/S", "")) == "/Figure"]
    if any(not str(figure.get("/Alt", "")).strip() for figure in figures):
        yield _error("figure-without-alt", "A picture has no words in the file.", "Export it again.")


def _parts(tree: Object) -> Iterator[Object]:
    """Yield the elements below a node of the structure."""
    from pikepdf import Array, Dictionary

    below = tree.get("/K")
    for part in below if isinstance(below, Array) else [below]:
        if isinstance(part, Dictionary) and "/S" in part:
            yield part
            yield from _parts(part)


def _of_archive(pdf: Pdf) -> Iterator[Finding]:
    """What can be told of PDF/A-2u without a validator (ISO 19005-2, 6.1.3, 6.2.3, 6.6.2, 6.6.4)."""
    with pdf.open_metadata() as about:
        if about.pdfa_status != "2U":
            yield _error("no-archive", "The file does not say which kind of archive it is.", "Export it again.")
    intents = pdf.Root.get("/OutputIntents")
    if intents is None or not any("/DestOutputProfile" in intent for intent in intents):
        yield _error("no-archive", "The file does not say what its colours mean.", "Export it again.")
    if "/ID" not in pdf.trailer:
        yield _error("no-archive", "The file has no name of its own.", "Export it again.")
    if any("/ToUnicode" not in font for font in _fonts(pdf)):
        yield _error("no-archive", "Not all words of the file can be copied.", "Export it again.")


def _of_boxes(one: Page, wanted: Wanted, count: int) -> Iterator[Finding]:
    """Compare media, bleed and trim box with the format (14.11.2)."""
    sheet, cut = wanted.boxes(count)
    media = (0.0, 0.0, sheet.width / POINT, sheet.height / POINT)
    left, bottom = (cut.x - sheet.x) / POINT, (sheet.bottom - cut.bottom) / POINT
    trim = (left, bottom, left + cut.width / POINT, bottom + cut.height / POINT)
    for name, box in {"/MediaBox": media, "/BleedBox": media, "/TrimBox": trim}.items():
        there = one.obj.get(name)
        if there is None:
            yield _error("box-missing", f"The page has no {name[1:]}.", "Export it again.", count + 1)
        elif any(abs(a - b) > SLACK for a, b in zip(_numbers(there), box, strict=True)):
            message = f"The page's {name[1:]} is not that of the format."
            yield _error("box-wrong", message, "Export it for this format.", count + 1)
    if int(one.obj.get("/Rotate", 0)):
        yield _error("rotated", "The page is rotated.", "Export it again.", count + 1)
    if "/Annots" in one.obj:
        yield _error("annotations", "The page holds links or notes.", "Export it again.", count + 1)


def _of_content(one: Page, wanted: Wanted, number: int) -> Iterator[Finding]:
    """Look for transparency (11.6.4, 11.6.6), for colours the service does not take, and at the pictures."""
    from engine.publish.inspected_pictures import faults

    see_through = any(_opacity(state) < 1 for state in _resources(one, "/ExtGState"))
    images = list(one.get_images().values())
    if "/Group" in one.obj or see_through or any("/SMask" in image or "/Mask" in image for image in images):
        yield _error("transparency", "The page holds something to see through.", "Export it for printing.", number)
    inks = wanted.printed and wanted.page.colour is Colours.CMYK
    taken = Colours.CMYK if inks else Colours.RGB
    if any(str(image.get("/ColorSpace")) != ("/DeviceCMYK" if inks else "/DeviceRGB") for image in images):
        message = f"A picture is not in the colours the service takes ({taken})."
        yield _error("colours", message, "Export it for this format.", number)
    if OTHER_COLOURS[taken] & {str(operator) for _, operator in _drawn(one)}:
        message = f"Words or areas are not in the colours the service takes ({taken})."
        yield _error("colours", message, "Export it for this format.", number)
    if any(int(image.get("/BitsPerComponent", 8)) != 8 for image in images):
        yield _error("colours", "A picture has more than 8 bits a colour.", "Export it again.", number)
    for image in images:
        for code, message, hint in faults(image, marked=wanted.marked):
            yield _error(code, message, hint, number)


def _drawn(one: Page) -> Iterator[tuple[object, object]]:
    """Yield what a page draws beside its pictures, operator by operator."""
    import pikepdf

    for instruction in pikepdf.parse_content_stream(one, "rg RG k K"):
        yield instruction.operands, instruction.operator


def _opacity(state: Object) -> float:
    return min(float(state.get(name, 1)) for name in ("/ca", "/CA"))


def _of_fonts(pdf: Pdf) -> Iterator[Finding]:
    """Each font is embedded, and as a subset (9.6.4, 9.9)."""
    for font in _fonts(pdf):
        below = font.get("/DescendantFonts")
        descriptor = (font if below is None else below[0]).get("/FontDescriptor")
        name = str(font.get("/BaseFont", "/?"))[1:]
        if descriptor is None or "/FontFile2" not in descriptor:
            yield _error("font-missing", f"The font {name} is not in the file.", "Export it again.")
        elif name[6:7] != "+":
            yield _error("font-whole", f"The font {name} is in the file as a whole.", "Export it again.")


def _fonts(pdf: Pdf) -> list[Object]:
    found: dict[str, Object] = {}
    for one in pdf.pages:
        for font in _resources(one, "/Font"):
            found.setdefault(str(font.get("/BaseFont", "")), font)
    return [found[name] for name in sorted(found)]


def _resources(one: Page, kind: str) -> list[Object]:
    """Return what of a kind a page uses."""
    resources = one.obj.get("/Resources")
    named = None if resources is None else resources.get(kind)
    return [] if named is None else [thing for _, thing in named.items()]


def _numbers(box: Object) -> tuple[float, ...]:
    return tuple(float(box[n]) for n in range(4))


def _error(code: str, message: str, hint: str, page: int | None = None) -> Finding:
    return Finding(Severity.ERROR, code, page, message, hint, Cause.FILE)
