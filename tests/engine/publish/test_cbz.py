"""The CBZ as a tablet sees it: the pages as pictures, in order, with a slip that says what they are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from PIL import Image

from engine.publish.export import export
from tests.engine.publish.making import sample


def test_pages_are_pictures_of_the_trim_size_in_reading_order(tmp_path: Path) -> None:
    with sample("regentag") as book:
        exported = export(book, tmp_path / "book.cbz")
    with zipfile.ZipFile(tmp_path / "book.cbz") as archive:
        pages = [name for name in archive.namelist() if name.endswith(".jpg")]
        assert pages == ["001.jpg", "002.jpg", "003.jpg", "004.jpg", "005.jpg"]
        assert exported.pages == len(pages)
        for name in pages:
            with Image.open(io.BytesIO(archive.read(name))) as page:
                assert page.size == (1282, 1819), "148 × 210 mm"
                low, high = page.convert("L").getextrema()
                assert low < 150 and high > 230, "words or a picture on paper"
        about = ET.fromstring(archive.read("ComicInfo.xml"))
    assert (about.findtext("Title"), about.findtext("PageCount")) == ("Platz für zwei", "5")
    assert about.findtext("LanguageISO") == "de"
