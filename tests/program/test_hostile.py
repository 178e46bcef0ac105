"""A hostile book and hostile servers, shown in every room: not one byte of theirs steers the terminal."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from engine.book import edits
from engine.book.folder import BookFolder
from tests.program.fibel import Program
from tests.program.terminal import Terminal, terminal
from tui.rooms.outline import Outline
from tui.rooms.review import Review

pytestmark = pytest.mark.pty

BOOKS = Path(__file__).parents[1] / "data" / "books"
EVIL = (
    "Wort\x1b]52;c;Qk9FU0U=\x07\x1b[5m\x1b[2J\x1b[31mrot\x1b]0;BOESE\x1b\\\x1bPq#0\x1b\\\x1b_Gi=1;AAAA\x1b\\\x9b5m\x9d0;x\x9c"
    "\x00\x07\x08\x0e\x7f\u202eknarF\u2066\u200b[red]markup[/red] [@click=app.quit]los[/] $primary \u2028" + "x" * 1_200
)
FREE = frozenset(
    [
        "title",
        "author",
        "idea",
        "text",
        "action",
        "framing",
        "alt",
        "who",
        "where",
        "what",
        "feeling",
        "name",
        "block",
        "instruction",
        "positive",
        "negative",
        "checkpoint",
        "sampler",
        "scheduler",
        "preset",
        "dedication",
        "about",
        "blurb",
        "credits",
        "translator",
        "publisher",
    ]
)
"""Fields that hold what somebody has written."""

ALLOWED = re.compile(
    rb"\x1b\[(?:\d+;\d+H|[HJ]|2J|6n|>q|16t|c|<u|>\d+u|\?\d+(?:[hl]|\$p)|(?:0|1|2|3|4|7|9|39|49|[34]8;2;\d+;\d+;\d+|;)*m)"
    rb"|\x1b\]22;[a-z]*\x07"
)
"""Everything the studio itself says to a terminal; of the renditions neither blinking nor the sixteen colours."""

QUITS = {"q", "ctrl+q"}


def evil(value: Any, key: str = "") -> Any:
    """The same book with something evil in each field that is free."""
    if isinstance(value, dict):
        return {name: evil(inner, str(name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [evil(inner, key) for inner in value]
    return value + EVIL if isinstance(value, str) and key in FREE else value


@pytest.fixture
def book(program: Program) -> Path:
    folder = program.home / "library" / "boese\x1b]52;c;eA==\x07\x1b[5m"
    shutil.copytree(BOOKS / "igel-und-stern", folder)
    with BookFolder.open(folder) as opened:
        opened.change(lambda b: edits.propose_text(b, "p001", "Ein Vorschlag.", instruction="kürzer"))
        opened.journal.append({"type": "job", "job": {"id": EVIL, "kind": EVIL}})
    file = folder / "book.yaml"
    tree = evil(yaml.safe_load(file.read_text("utf-8")))
    file.write_text(yaml.safe_dump(tree), "utf-8")
    broken = program.home / "library" / "kaputt\x1b[5m"
    broken.mkdir()
    (broken / "book.yaml").write_text("schema: 1\npages: [\x07", "utf-8")
    return folder


@contextmanager
def evil_server() -> Iterator[str]:
    """Answers everything with an error that nobody should print."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps({"error": EVIL, "node_errors": {EVIL: {"errors": [{"message": EVIL}]}}}).encode()
            self.send_response(500)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def keys_of(room: type[Any]) -> list[str]:
    """Every key of a room but those that leave it."""
    names = [
        key for kind in room.__mro__ for binding in vars(kind).get("BINDINGS", ()) for key in binding.key.split(",")
    ]
    signs = {"question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]", "slash": "/", "enter": "\r"}
    plain = [signs.get(name, name) for name in names if name not in QUITS]
    return [name for name in dict.fromkeys(plain) if len(name) == 1]


def steered_by(raw: bytes) -> list[bytes]:
    """What in the output is neither text nor the studio's own."""
    rest = ALLOWED.sub(b"", raw)
    found = re.findall(rb"\x1b.{0,12}|[\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]", rest, re.DOTALL)
    text = rest.decode("utf-8", "replace")
    return found + [sign.encode() for sign in re.findall("[\x80-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028]", text)]


def visit(shown: Terminal, room: type[Any]) -> None:
    """Press every key of a room, look at what it opens, and leave that again."""
    for key in keys_of(room):
        shown.press(key)
        shown.read(0.1)
        shown.press("\x1b")
        shown.read(0.05)
        shown.press("\x1b")
        assert shown.process.poll() is None, f"it ended after {key!r}:\n{shown.read(1.0) and shown.shown()[-3000:]}"


def test_nothing_of_a_hostile_book_or_server_steers_the_terminal(program: Program, book: Path) -> None:
    with evil_server() as url:
        program.environment |= {
            "FIBEL_LIBRARY": str(book.parent),
            "FIBEL_WRITER_PROVIDER": "ollama",
            "FIBEL_WRITER_URL": url,
            "FIBEL_ILLUSTRATOR_PROVIDER": "comfyui",
            "FIBEL_ILLUSTRATOR_URL": url,
            "EDITOR": "true",
        }
        with terminal(program, columns=120, rows=40) as shown:
            shown.until("Der Igel")
            shown.read(0.5)
            shown.press("\r")
            shown.until("Repair")
            shown.read(0.5)
            visit(shown, Review)
            shown.press("o")
            shown.read(0.3)
            visit(shown, Outline)
            shown.press("\x10")
            shown.read(0.3)
            shown.press("\x1b")
            shown.press("\x11")
            shown.wait()
    assert b"Wort" in shown.raw
    assert b"[red]markup[/red]" in shown.raw
    assert steered_by(shown.raw) == []


def test_nothing_hostile_comes_out_of_the_command_line(program: Program, book: Path) -> None:
    for arguments in (["status"], ["status", "--json"], ["check"], ["check", "--json"]):
        done = program.run(arguments[0], str(book), *arguments[1:])
        assert not set(done.out + done.err) & set("\x1b\x07\x00\x9b\u202e"), arguments
