"""How long a finished book takes to become a PDF, and how much memory."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.publish.export import export
from engine.publish.profile import Profile
from tests.engine.publish.making import Made, make

pytestmark = pytest.mark.bench

PAGES = 30
"""With title and imprint 32 pages of paper."""

ONCE_MORE = """
import sys, time
from pathlib import Path
from engine.book.folder import BookFolder
from engine.publish.export import export
with BookFolder.open(Path(sys.argv[1])) as book:
    began, worked = time.perf_counter(), time.process_time()
    export(book, Path(sys.argv[2]), soft_pictures=True)
    took, worked = time.perf_counter() - began, time.process_time() - worked
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(f"{took:.2f} s ({worked:.2f} s of work), {int(most.split()[1]) / 1024:.0f} MB at most")
"""


def test_thirty_two_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = [Made(text=f"Auf Seite {n} gähnt der Igel.", picture=(512, 768), noise=True) for n in range(PAGES)]
    with make(tmp_path / "book", *pages) as book:
        began = time.perf_counter()
        first = export(book, tmp_path / "book.pdf", profile=Profile.PRINT, soft_pictures=True)
        encoding = time.perf_counter() - began
        reading = time.perf_counter()
        e_book = export(book, tmp_path / "book.epub")
        reading = time.perf_counter() - reading
    line = [sys.executable, "-c", ONCE_MORE, str(tmp_path / "book"), str(tmp_path / "again.pdf")]
    again = subprocess.run(line, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    with capsys.disabled():
        print(f"\n{first.pages} pages, {first.bytes / 1e6:.1f} MB: encoding everything {encoding:.1f} s")
        print(f"as an e-book {e_book.bytes / 1e6:.1f} MB: encoding everything {reading:.1f} s")
        print(f"from cached pictures, in a fresh process: {again.stdout.strip()}")
