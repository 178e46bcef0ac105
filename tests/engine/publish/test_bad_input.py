"""What goes wrong on the way to a file is said clearly, and the file there was stays as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.book import edits
from engine.errors import FibelError
from engine.publish.export import export
from engine.publish.preflight import Severity, preflight
from engine.publish.profile import Profile
from tests.engine.publish.making import Made, make

BEFORE = b"the book of last week"
PAGE = Made(picture=(256, 384), noise=True)


@pytest.fixture
def to(tmp_path: Path) -> Path:
    """The file of an earlier export, alone in its folder."""
    to = tmp_path / "out" / "book.pdf"
    to.parent.mkdir()
    to.write_bytes(BEFORE)
    return to


def unharmed(to: Path) -> bool:
    """Whether the earlier file is there, and nothing else."""
    return {path.name: path.read_bytes() for path in to.parent.iterdir()} == {to.name: BEFORE}


def test_a_picture_that_is_gone(tmp_path: Path, to: Path) -> None:
    with make(tmp_path / "book", PAGE) as book:
        take = book.book.pages[0].chosen_take
        assert take is not None
        book.take_path(take).unlink()
        with pytest.raises(FibelError, match="not on disk") as refused:
            export(book, to)
        assert (refused.value.code, refused.value.exit) == ("export_incomplete", 4)
        with pytest.raises(FibelError) as forced:
            export(book, to, force=True)
        assert forced.value.code == "take_missing", "no force makes a picture out of nothing"
    assert unharmed(to)


def test_a_picture_of_another_prompt_is_told_and_printed(tmp_path: Path, to: Path) -> None:
    with make(tmp_path / "book", PAGE) as book:
        made = export(book, to, stale=frozenset({"p001"}))
    assert ("stale", Severity.WARNING) in {(one.code, one.severity) for one in made.findings}
    assert to.read_bytes() != BEFORE


def test_a_character_nobody_can_set(tmp_path: Path, to: Path) -> None:
    unknown = Made(text="Ein 🦔!", picture=(256, 384))
    with make(tmp_path / "book", PAGE, unknown) as book, pytest.raises(FibelError, match="🦔") as refused:
        export(book, to)
    assert "(page 2)" in refused.value.details and unharmed(to)


def test_a_page_too_many_for_the_service(tmp_path: Path, to: Path) -> None:
    with make(tmp_path / "book", *[Made(text="Der Igel geht.", picture=(64, 96))] * 3) as book:
        book.change(lambda before: edits.change_edition(before, plan=4))
        told = [one for one in preflight(book) if one.code == "page-plan"]
        assert told and told[0].severity is Severity.WARNING
        with pytest.raises(FibelError, match="binds books from 24 pages"):
            export(book, to, format_name="bod-a5", profile=Profile.PRINT, soft_pictures=True)
    assert unharmed(to)


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/proc/sys").is_dir(), reason="needs a folder nobody may write to")
def test_a_place_nobody_may_write_to(tmp_path: Path) -> None:
    with make(tmp_path / "book", PAGE) as book, pytest.raises(FibelError) as refused:
        export(book, Path("/proc/sys/book.pdf"))
    assert refused.value.code == "export_failed"
    assert "/proc/sys" in refused.value.details


EXPORT = """
import resource, signal, sys
from pathlib import Path
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.publish.export import export
book, to, limit = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
if not to.exists():
    to.write_bytes(b"the book of last week")
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
with BookFolder.open(book, read_only=True) as opened:
    try:
        export(opened, to)
    except FibelError as error:
        left = {path.name: path.read_bytes() for path in to.parent.iterdir()}
        print(error.code, left == {to.name: b"the book of last week"})
"""
MOUNT = 'mount -t tmpfs -o size=64k none "$1" && shift && exec "$@"'


def exported(*line: str) -> str:
    """Return how an export in a process of its own ended, and whether the earlier file is unharmed."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_file_that_may_not_grow_so_far(tmp_path: Path, to: Path) -> None:
    make(tmp_path / "book", PAGE).close()
    assert exported(sys.executable, "-c", EXPORT, str(tmp_path / "book"), str(to), "4096") == "export_failed True"
    assert unharmed(to)


def test_a_disk_that_is_full_in_the_middle_of_the_file(tmp_path: Path) -> None:
    """A disk of 64 KiB in the machine's memory, mounted for one process."""
    unshare = ("unshare", "-rm", "sh", "-c", MOUNT, "sh", str(tmp_path / "disk"))
    (tmp_path / "disk").mkdir()
    if not shutil.which("unshare") or subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    make(tmp_path / "book", PAGE).close()
    to = tmp_path / "disk" / "book.pdf"
    assert exported(*unshare, sys.executable, "-c", EXPORT, str(tmp_path / "book"), str(to), "0") == "disk_full True"
