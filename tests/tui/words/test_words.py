"""An author whose terminal speaks German reads German everywhere."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.book import touched
from engine.errors import REGISTRY, FibelError
from engine.publish import (
    cover_fitness,
    fitness,
    inspected_pictures,
    inspection,
    own_face,
    picture_fitness,
    preflight,
    safety,
    wording,
)
from tui import words
from tui.words.de import WORDS
from tui.words.de_details import DETAIL_WORDS
from tui.words.foreign import HINTS, SENTENCES, engine_words

ROOT = Path(__file__).parents[3]
SOURCES = [path for path in (ROOT / "tui").rglob("*.py") if not {"words", "commands"} & set(path.parts)]
TABLES = {
    "PHASES",
    "JOB_WORDS",
    "ROLES",
    "ROOM",
    "PARTS",
    "KINDS",
    "GAUGE_WORDS",
    "MATTERS",
    "PULL_WORDS",
    "LAYOUTS",
    "EXTRAS",
    "WORDS",
    "TITLES",
    "IMPRINT_WORDS",
    "FIELD_HINTS",
    "CAUSES",
    "OTHER",
    "NAME",
    "PAGE_KEYS",
    "sentence",
    "where",
    "pictures",
    "texts",
    "other",
}
SPEAKERS = {"say", "count", "Binding", "Group", "Look", "Aim", "_label", "_row"}
NOT_SAID = {"foreground-muted", "success", "warning", "error", "accent", "who", "where", "what", "feeling"}


def said() -> Iterator[tuple[str, str]]:
    """Every English sentence the screen says, with its file."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for sentence in _of(node):
                if len(sentence) > 1 and not sentence.startswith(".") and sentence not in NOT_SAID:
                    yield sentence, path.name


def _of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name == "Binding":
            values = [*node.args[2:3], *(k.value for k in node.keywords if k.arg in {"description", "tooltip"})]
        elif name == "engine_words" or name not in SPEAKERS:
            return
        elif name in ("Look", "Aim"):
            values = node.args[2:]
        elif name == "_row":
            values = node.args[:1]
        else:
            values = node.args
        for value in values:
            yield from (c.value for c in ast.walk(value) if isinstance(c, ast.Constant) and isinstance(c.value, str))
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        names = {t.id for t in ast.walk(node) if isinstance(t, ast.Name) and isinstance(t.ctx, ast.Store)}
        if names & TABLES and node.value:
            told = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
            for value in told:
                yield from (
                    c.value for c in ast.walk(value) if isinstance(c, ast.Constant) and isinstance(c.value, str)
                )


FINDERS = (
    cover_fitness,
    fitness,
    inspected_pictures,
    inspection,
    own_face,
    picture_fitness,
    preflight,
    safety,
    wording,
)


@pytest.fixture
def german() -> Iterator[None]:
    words.speak("de")
    yield
    words.speak("en")


def test_every_sentence_of_the_screen_has_a_german_one() -> None:
    missing = sorted({(sentence, name) for sentence, name in said() if sentence not in WORDS})
    assert not missing


def test_every_error_says_in_german_what_happened_and_what_to_do() -> None:
    sentences = {entry.meaning for entry in REGISTRY.values()}
    sentences |= {HINTS.get(code, entry.hint) for code, entry in REGISTRY.items()}
    assert sorted(sentences - set(WORDS)) == []


@pytest.mark.usefixtures("german")
def test_what_an_error_names_besides_has_a_german_one() -> None:
    missing = {
        (sentence, path.name)
        for path in (ROOT / "engine").rglob("*.py")
        for details in _details(ast.parse(path.read_text("utf-8")))
        for sentence in re.split(r"(?<=\.) ", details)
        if WORDS_IN_A_ROW.search(sentence) and not sentence.startswith("pip ") and engine_words(sentence) == sentence
    }
    assert sorted(missing) == []


WORDS_IN_A_ROW = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
"""What is no file name and no setting, but a sentence."""


def _details(tree: ast.AST) -> Iterator[str]:
    """What is given to an error besides its code, 7 standing for what is filled in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "FibelError" and len(node.args) > 1:
            match node.args[1]:
                case ast.Constant(value=str(words)):
                    yield words
                case ast.JoinedStr(values=parts):
                    yield "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in parts)


def test_findings_and_notices_with_something_in_them_have_a_german_one() -> None:
    assert sorted({*SENTENCES, *DETAIL_WORDS} - set(WORDS)) == []


def test_what_undo_takes_back_has_a_german_name() -> None:
    tables = (touched.OF_THE_BOOK, touched.OF_A_PAGE, touched.OF_A_SCENE)
    names = {name for table in tables for name in table.values()}
    assert sorted(name for name in names if name not in WORDS) == []


def test_every_finding_has_a_german_one() -> None:
    told = {s for module in FINDERS for s in sentences_of(Path(module.__file__ or ""))}
    assert sorted(told - set(WORDS)) == []


def sentences_of(path: Path) -> Iterator[str]:
    """Every sentence a module tells the author, with `{a}` and `{b}` for what it fills in."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    within = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            names = iter(["{a}", "{b}", "{c}"])
            words = "".join(str(part.value) if isinstance(part, ast.Constant) else next(names) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (docs | within):
            words = node.value
        else:
            continue
        if " " in words and words.endswith("."):
            yield words


def test_a_translation_keeps_what_stands_in_it() -> None:
    for english, german in WORDS.items():
        fields = [{name for _t, name, _f, _c in string.Formatter().parse(words) if name} for words in (english, german)]
        assert fields[0] == fields[1], english


@pytest.mark.usefixtures("german")
def test_what_the_engine_quotes_stays_as_it_is() -> None:
    assert engine_words("The book's typeface has no ☃.") == "Die Schrift des Buchs hat kein ☃."
    assert engine_words("The disk is full. /home/x: {0}", "disk_full") == "Die Platte ist voll. /home/x: {0}"


def test_the_language_is_the_terminals() -> None:
    assert words.language_of({"LANG": "de_DE.UTF-8"}) == "de"
    assert words.language_of({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}) == "en"
    assert words.language_of({}) == "en"
    assert words.language_of({"LANG": "fr_FR.UTF-8"}) == "en"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("code", "details", "told"),
    [
        ("server_unreachable", "Nobody answers at http://127.0.0.1:9.", "Unter http://127.0.0.1:9 antwortet niemand."),
        ("server_lost", "ComfyUI at http://127.0.0.1:9: ReadError.", "ComfyUI unter http://127.0.0.1:9: ReadError."),
        (
            "preset_unknown",
            "styles: 'picasso'. There are: crayon, ink.",
            "styles: 'picasso'. Es gibt: crayon, ink.",
        ),
        ("book_locked", "It is process 7 on kiste.", "Es ist der Prozess 7 auf kiste."),
        ("book_broken", "line 15: pages stands here twice.", "Zeile 15: pages steht hier zweimal."),
    ],
)
def test_what_an_error_names_besides_is_said_in_german(code: str, details: str, told: str) -> None:
    error = FibelError(code, details)
    assert engine_words(error.message, code).endswith(f" {told}")


def test_the_details_of_an_error_are_german_too(german: None) -> None:
    error = FibelError(
        "picture_too_large", "1024 × 1536 wants 9.4 GiB at its peak, the card has 5.7 GiB for it. 752 × 1128 fits."
    )
    assert engine_words(error.message, error.code) == (
        "Das Bild ist zu groß für die Grafikkarte. 1024 × 1536 braucht in der Spitze 9.4 GiB, die Karte hat 5.7 GiB "
        "dafür. 752 × 1128 passt."
    )
