"""The finished file looked at as a printing service's preflight does; needs the extra `print` (pikepdf).

Numbers in the comments are those of PDF 32000-1.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from engine.presets import Allowed, Colours, FormatPreset
from engine.publish.finding import Cause, Finding, Severity
from engine.publish.geometry import Box, paper
from engine.publish.sheets import is_right
from engine.publish.typeface import POINT

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

SLACK = 0.06
"""Points; boxes are written to two decimals."""

ACTIONS = ("/JavaScript", "/EmbeddedFiles")


def available() -> bool:
    """Whether files can be looked at here."""
    return find_spec("pikepdf") is not None


def inspect(content: bytes, page: FormatPreset) -> list[Finding]:
    """Return what a printing service would refuse in the inside of a book.

    Args:
        content: of the PDF.
    """
    import pikepdf

    found = list(_of_size(content, page))
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            found += _of_document(pdf, page)
            for count, one in enumerate(pdf.pages):
                found += _of_boxes(one, page, count)
                found += _of_content(one, page, count + 1)
            found += _of_fonts(pdf)
    except pikepdf.PasswordError:
        found.append(_error("encrypted", "The file is locked with a password.", "Export it again."))
    except pikepdf.PdfError as error:
        found.append(_error("file-broken", f"The file cannot be read: {error}.", "Export it again."))
    return found


def _of_size(content: bytes, page: FormatPreset) -> Iterator[Finding]:
    size = len(content) / 1e6
    if size > page.most_megabytes:
        message = f"The file has {size:.0f} MB; {page.vendor or 'A printer'} takes {page.most_megabytes:.0f} at most."
        yield _error("file-too-large", message, "Leave pages out, or choose a smaller format.")


def _of_document(pdf: Pdf, page: FormatPreset) -> Iterator[Finding]:
    from pikepdf import Dictionary

    if pdf.is_encrypted:
        yield _error("encrypted", "The file is locked with a password.", "Export it again.")
    names = pdf.Root.get("/Names")
    opening = pdf.Root.get("/OpenAction")
    acts = "/AA" in pdf.Root or isinstance(opening, Dictionary)  # an array only says which page to show first
    if acts or (names is not None and any(action in names for action in ACTIONS)):
        yield _error("active-content", "The file holds scripts or attached files.", "Export it again.")
    refused = {
        Allowed.OUTLINE: "/Outlines" in pdf.Root,
        Allowed.METADATA: "/Metadata" in pdf.Root or "/Title" in pdf.docinfo,
        Allowed.TAGS: "/StructTreeRoot" in pdf.Root,
    }
    for what, there in refused.items():
        if there and what not in page.allowed:
            message = f"The file holds {what}, which {page.vendor} does not take."
            yield _error("not-allowed", message, "Export it for printing: --profile print.")


def _of_boxes(one: Page, page: FormatPreset, count: int) -> Iterator[Finding]:
    """Compare media, bleed and trim box with the format (14.11.2)."""
    sheet = paper(page, right=is_right(count))
    media = (0.0, 0.0, sheet.width / POINT, sheet.height / POINT)
    trim = _trim(sheet, page)
    wanted = {"/MediaBox": media, "/BleedBox": media, "/TrimBox": trim}
    for name, box in wanted.items():
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


def _trim(sheet: Box, page: FormatPreset) -> tuple[float, float, float, float]:
    left, bottom = -sheet.x / POINT, (sheet.bottom - page.trim_height) / POINT
    return left, bottom, left + page.trim_width / POINT, bottom + page.trim_height / POINT


def _of_content(one: Page, page: FormatPreset, number: int) -> Iterator[Finding]:
    """Look for transparency (11.6.4, 11.6.6) and for colours the service does not take."""
    see_through = any(_opacity(state) < 1 for state in _resources(one, "/ExtGState"))
    images = list(one.get_images().values())
    if "/Group" in one.obj or see_through or any("/SMask" in image or "/Mask" in image for image in images):
        yield _error("transparency", "The page holds something to see through.", "Export it for printing.", number)
    wanted = "/DeviceCMYK" if page.colour is Colours.CMYK else "/DeviceRGB"
    if any(str(image.get("/ColorSpace")) != wanted for image in images):
        message = f"A picture is not in the colours the service takes ({page.colour})."
        yield _error("colours", message, "Export it for this format.", number)
    if any(int(image.get("/BitsPerComponent", 8)) != 8 for image in images):
        yield _error("colours", "A picture has more than 8 bits a colour.", "Export it again.", number)


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
