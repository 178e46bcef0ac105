"""One station after another, as a script drives them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.book.folder import peek
from tests.program.fibel import Program

IDEA = "Ein kleiner Igel findet einen Stern"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A book of three pages that is written and painted, station by station."""
    program = Program(tmp_path_factory.mktemp("home"))
    for line in (
        ["new", "igel", "--idea", IDEA, "--pages", "3"],
        ["outline", "igel", "--box"],
        ["write", "igel", "--box"],
        ["approve", "igel", "--box", "--text"],
        ["--box", "paint", "igel"],
    ):
        done = program.run(*line)
        assert done.code == 0, (line, done.err)
    return program


def test_status_is_what_scripts_rely_on(written: Program) -> None:
    told = json.loads(written.run("status", "igel", "--json").out)
    assert {"title", "folder", "schema", "pages", "jobs", "engine"} <= told.keys()
    assert [page["number"] for page in told["pages"]] == [1, 2, 3]
    for page in told["pages"]:
        assert {"number", "role", "text", "picture", "takes", "chosen"} <= page.keys()
        assert (page["text"], page["picture"]) == ("approved", "ready")
    assert told["jobs"] == []
    assert told["engine"] == {"phase": "IDLE", "resident": []}


def test_saying_yes_needs_no_server_and_no_box(tmp_path: Path) -> None:
    program = Program(tmp_path)
    (tmp_path / "igel.txt").write_text("Piko gähnt.\n\nPiko schläft.\n", "utf-8")
    assert program.run("new", "igel", "--from", "igel.txt").code == 0
    done = program.run("approve", "igel", "--text", "--box")
    assert done.code == 0
    assert "2 of 2 texts" in done.err
    assert not program.log.exists()
    program.environment["FIBEL_WRITER_URL"] = "http://127.0.0.1:9"
    assert program.run("approve", "igel", "--text").code == 0


def test_a_book_nobody_approved_is_not_exported(written: Program) -> None:
    refused = written.run("export", "igel", "--to", "early.pdf")
    assert refused.code == 4
    assert not (written.home / "early.pdf").exists()
    checked = written.run("check", "igel", "--json")
    assert checked.code == 4
    assert any(event.get("severity") == "error" for event in checked.events)
    forced = written.run("export", "igel", "--to", "early.pdf", "--force")
    assert forced.code == 0
    assert "past these errors" in forced.err


def test_a_pdf_is_made_for_its_purpose(written: Program) -> None:
    made = written.run("export", "igel", "--to", "cover.pdf", "--profile", "cover", "--force", "--json")
    assert made.code == 0, made.err
    assert (made.events[-1]["file"], made.events[-1]["pages"]) == ("cover.pdf", 1)
    assert written.run("export", "igel", "--to", "x.pdf", "--profile", "poster").code == 2
    checked = written.run("check", "igel", "--format", "kdp-8.5x8.5", "--profile", "print", "--json")
    assert checked.code == 4
    found = {event.get("code"): event.get("cause") for event in checked.events}
    assert found["imprint-incomplete"] == "imprint" and found["page-count"] == "parts"


def test_another_take_with_a_seed_of_ones_own(written: Program) -> None:
    before = peek(written.home / "igel").pages[1]
    done = written.run("paint", "igel", "--box", "--pages", "2", "--seed", "77", "--preset", "draft", "--json")
    assert done.code == 0, done.err
    page = peek(written.home / "igel").pages[1]
    assert len(page.takes) == len(before.takes) + 1
    assert (page.takes[-1].recipe.seed, page.takes[-1].recipe.preset) == (77, "draft")
    assert page.takes[-1].sketch


def test_a_size_for_this_once_and_the_chosen_pictures_enlarged_for_the_press(written: Program) -> None:
    done = written.run("paint", "igel", "--box", "--pages", "1", "--size", "S 4:3")
    assert done.code == 0, done.err
    book = peek(written.home / "igel")
    take = book.pages[0].takes[-1]
    assert (take.width, take.height) == (592, 440)
    assert book.picture_size is None
    done = written.run("paint", "igel", "--box", "--pages", "1", "--upscale")
    assert done.code == 0, done.err
    assert len(peek(written.home / "igel").pages[0].takes) == len(book.pages[0].takes)
    again = written.run("paint", "igel", "--box", "--pages", "1", "--upscale")
    assert "enlarged already" in again.err


def test_writing_again_proposes_and_replaces_nothing(written: Program) -> None:
    before = peek(written.home / "igel").pages[2]
    done = written.run("write", "igel", "--box", "--pages", "3")
    assert done.code == 0, done.err
    page = peek(written.home / "igel").pages[2]
    assert page.scene.text == before.scene.text
    assert page.draft is not None


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (["status", "nowhere"], 2, "[book_missing]"),
        (["nowhere"], 2, "[book_missing]"),
        (["new", "leer", "--idea", "  "], 2, "[idea_empty]"),
        (["new", "igel", "--idea", IDEA], 2, "[book_exists]"),
        (["new", "neu", "--from", "nowhere.md"], 2, "[manuscript_unreadable]"),
        (["new", "neu", "--idea", "x", "--age", "99"], 2, "[preset_unknown]"),
        (["new", "neu", "--idea", "x", "--pages", "0"], 2, "[usage]"),
        (["paint", "igel", "--box", "--pages", "9"], 2, "[page_unknown]"),
        (["paint", "igel", "--box", "--preset", "x", "--pages", "1"], 2, "[preset_unknown]"),
        (["paint", "igel", "--box", "--size", "huge", "--pages", "1"], 2, "[usage]"),
        (["paint", "igel", "--box", "--size", "S", "--upscale"], 2, "[usage]"),
        (["export", "igel", "--to", "igel.doc", "--force"], 2, "[usage]"),
        (["export", "igel", "--to", "nowhere/igel.pdf", "--force"], 1, "[export_failed]"),
        (["make", "neu", "--box", "--idea", "x", "--to", "igel.doc"], 2, "[usage]"),
        (["--config", "nowhere.yaml", "status", "igel"], 2, "[config_broken]"),
    ],
)
def test_what_cannot_be_is_refused_with_its_code(written: Program, line: list[str], code: int, says: str) -> None:
    refused = written.run(*line)
    assert (refused.code, says in refused.err) == (code, True), refused.err
    assert "Traceback" not in refused.err
    assert not (written.home / "neu").exists()


def test_an_unreachable_server_keeps_the_work_on_the_list(program: Program) -> None:
    (program.home / "c.yaml").write_text(
        "writer: {provider: ollama, url: 'http://127.0.0.1:9'}\nillustrator: {provider: comfyui, url: 'http://127.0.0.1:9'}\n"
    )
    program.run("new", "igel", "--idea", IDEA, "--pages", "3")
    refused = program.run("--config", "c.yaml", "outline", "igel")
    assert refused.code == 3, refused.err
    assert "[server_unreachable]" in refused.err
    told = json.loads(program.run("status", "igel", "--json").out)
    assert [job["kind"] for job in told["jobs"]] == ["outline"]
    assert program.run("outline", "igel", "--box").code == 0


def test_a_broken_book_names_the_line(program: Program) -> None:
    program.run("new", "igel", "--idea", IDEA)
    book = program.home / "igel" / "book.yaml"
    book.write_text(book.read_text("utf-8").replace("language: de", "language: [de"), "utf-8")
    refused = program.run("status", "igel")
    assert refused.code == 1
    assert "[book_broken]" in refused.err
    assert "line" in refused.err


def test_a_newer_book_is_left_alone(program: Program) -> None:
    program.run("new", "igel", "--idea", IDEA)
    book = program.home / "igel" / "book.yaml"
    newer = book.read_text("utf-8").replace("schema: 1", "schema: 99")
    book.write_text(newer, "utf-8")
    assert program.run("outline", "igel", "--box").code == 4
    assert book.read_text("utf-8") == newer


def test_presets_are_listed(program: Program) -> None:
    told = json.loads(program.run("presets", "--json").out)
    assert {"samplers", "styles", "formats", "ages"} <= told.keys()
    assert "quality" in told["samplers"]
    assert "watercolor" in program.run("presets").out


def test_doctor_says_what_is_missing(program: Program) -> None:
    (program.home / "c.yaml").write_text("writer: {provider: ollama, url: 'http://127.0.0.1:9'}\n")
    told = program.run("doctor", "--json", "--config", "c.yaml")
    checks = json.loads(told.out)
    assert told.code == 3
    assert not checks["ok"]
    assert any(not check["ok"] and check["hint"] for check in checks["checks"])
    assert program.run("doctor", "--box").code == 0


def test_a_workflow_is_checked(program: Program, tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "workflows" / "sd15_txt2img.json"
    told = program.run("workflows", "check", str(shipped))
    assert told.code == 0, told.err
    assert "positive" in told.out
    (tmp_path / "broken.json").write_text("{}")
    assert program.run("workflows", "check", "broken.json").code in {2, 4}
