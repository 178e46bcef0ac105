"""book.yaml: a book as text that an author can read, mend by hand, and compare line by line.

Written by a few lines of our own: YAML libraries fold or escape a text as soon as it holds a tab, an emoji or a blank
at a line's end, and then one changed word changes a whole paragraph of the diff. Read through PyYAML's events (YAML
1.1 §3): no anchors, aliases, tags or second documents, no dates or "no" that turn into something else, and every
complaint knows its line.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import yaml
from pydantic import BaseModel, JsonValue, ValidationError

from engine.book import migrations
from engine.book.model import SCHEMA, Book
from engine.errors import FibelError
from engine.units import Bytes

MAX_BOOK: Bytes = 4 << 20
"""book.yaml is never longer; forty pages with a thousand takes stay below."""

_MAX_DEPTH = 12
"""A book is six levels deep."""

_TEXTS = frozenset({"idea", "text", "positive", "negative", "dedication", "about", "blurb", "credits"})
"""Fields written as block scalars: one line of the file for each line of the text."""

_INDENT = "  "
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,;!?()'/+-]*[\w.,;!?()'/+-])?")
_NOT_PLAIN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that one YAML reader or another takes for something else than text."""
_PRINTABLE = "\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_UNPRINTABLE = re.compile(f"[^{_PRINTABLE}]")
_ESCAPED = re.compile(f'[^{_PRINTABLE}]|[\t\n"\\\\]')
_ESCAPES = {"\t": "\\t", "\n": "\\n", '"': '\\"', "\\": "\\\\"}

_NULL = re.compile(r"null|~|")
_BOOL = re.compile(r"true|false")
_INT = re.compile(r"[-+]?[0-9]{1,20}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?")


def dump(book: Book) -> str:
    """Return the book as YAML.

    The head says everything that can be set; below it, what is empty is left out.

    Raises:
        FibelError: `book_too_large`, it could not be read again.
    """
    head = {"schema": SCHEMA, **_tree(book, complete=True)}
    text = "\n".join(_mapping(head)) + "\n"
    if len(text.encode()) > MAX_BOOK:
        raise FibelError("book_too_large", f"book.yaml would be longer than {MAX_BOOK >> 20} MB.")
    return text


def parse(text: str) -> Book:
    """Return the book that a book.yaml of this or an earlier schema holds.

    Raises:
        FibelError: `book_broken` with the line and what is wrong there, or `book_newer`.
    """
    return parse_any(text)[0]


def parse_any(text: str) -> tuple[Book, int]:
    """Return the book and the schema number it was written in; raises as `parse`."""
    tree, lines = _read(text)
    number = tree.get("schema")
    if type(number) is not int or number < 0:
        raise _broken(lines.get(("schema",), 1), "schema: must be a whole number")
    if number > SCHEMA:
        raise FibelError("book_newer", f"Its schema is {number}, this program knows {SCHEMA}.")
    try:
        book = Book.model_validate(migrations.migrate(tree, number))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        what = "unknown field" if first["type"] == "extra_forbidden" else first["msg"]
        raise _broken(_line_of(first["loc"], lines), f"{'.'.join(map(str, first['loc']))}: {what}") from None
    return _with_sound_ids(book, lines), number


# writing


def _tree(value: BaseModel, *, complete: bool = False) -> dict[str, object]:
    """Return the fields of a value that say something, in the order of the model.

    Args:
        complete: also the empty ones, but for lists and parts that are not there.
    """
    tree: dict[str, object] = {}
    for name, field in type(value).model_fields.items():
        item = getattr(value, name)
        empty = isinstance(item, BaseModel) or not item
        if field.alias == "schema" or (empty and item == field.default and (not complete or item in (None, ()))):
            continue
        tree[name] = _branch(item)
    return tree


def _branch(item: object) -> object:
    if isinstance(item, BaseModel):
        return _tree(item)
    if isinstance(item, tuple):
        return [_branch(part) for part in item]
    return item


def _mapping(tree: dict[str, object]) -> list[str]:
    lines = []
    for key, item in tree.items():
        if isinstance(item, dict) and item:
            lines += [f"{key}:", *_indented(_mapping(item))]
        elif isinstance(item, list) and item:
            lines += [f"{key}:", *(line for part in item for line in _item(part))]
        elif isinstance(item, str) and key in _TEXTS and item.strip() and not _UNPRINTABLE.search(item):
            lines += _block(key, item)
        else:
            lines.append(f"{key}: {_scalar(item)}")
    return lines


def _item(part: object) -> list[str]:
    first, *rest = _mapping(part) if isinstance(part, dict) and part else [_scalar(part)]
    return [f"- {first}", *_indented(rest)]


def _indented(lines: list[str]) -> Iterator[str]:
    return (_INDENT + line if line else "" for line in lines)


def _block(key: str, text: str) -> list[str]:
    """Return a literal block scalar (YAML 1.1 §9.3.1): an indentation indicator where the text starts with white
    space, and the chomping that keeps its last line breaks as they are."""
    indicator = str(len(_INDENT)) if text[0].isspace() else ""
    if text.endswith("\n"):
        text = text[:-1]
        chomping = "+" if text.endswith("\n") else ""
    else:
        chomping = "-"
    return [f"{key}: |{indicator}{chomping}", *_indented(text.split("\n"))]


def _scalar(item: object) -> str:
    if item is None:
        return "null"
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, float):
        return _number(item)
    if isinstance(item, int):
        return str(int(item))
    if isinstance(item, str):
        return _string(str(item))
    if not item:
        return "{}" if isinstance(item, dict) else "[]"
    raise TypeError(f"a book holds no {type(item).__name__}")


def _number(number: float) -> str:
    if not math.isfinite(number):
        raise ValueError("a book holds no infinite numbers")
    mantissa, e, exponent = repr(number).partition("e")
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}{e}{exponent}"


def _string(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN:
        return text
    return '"' + _ESCAPED.sub(lambda match: _escape(match[0]), text) + '"'


def _escape(character: str) -> str:
    return _ESCAPES.get(character) or f"\\U{ord(character):08x}"


# reading

_Path = tuple[str | int, ...]
_Lines = dict[_Path, int]


def _read(text: str) -> tuple[dict[str, JsonValue], _Lines]:
    """Return the tree and the line of each of its nodes; raises `book_broken`."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if len(text) > MAX_BOOK:
        raise _broken(1, f"longer than {MAX_BOOK >> 20} MB")
    if strange := _UNPRINTABLE.search(text):
        raise _broken(
            text.count("\n", 0, strange.start()) + 1, f"a character that is no text (U+{ord(strange[0]):04X})"
        )
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reader = _Reader(yaml.parse(text, Loader=loader))
    try:
        return reader.document(), reader.lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _broken(mark.line + 1 if mark else 1, error.problem or "not YAML") from None
    except yaml.YAMLError as error:
        raise _broken(1, str(error)) from None


class _Reader:
    """Builds plain values from the parser's events and notes the line of each."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self.lines: _Lines = {}

    def document(self) -> dict[str, JsonValue]:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        if not isinstance(event, yaml.MappingStartEvent):
            raise _broken(1, "not a book")
        tree = self._mapping(event, ())
        self._next()
        if not isinstance(last := self._next(), yaml.StreamEndEvent):
            raise _broken(_line(last), "a second document")
        return tree

    def _next(self) -> yaml.Event:
        return next(self._events)

    def _value(self, event: yaml.Event, path: _Path) -> JsonValue:
        self.lines[path] = _line(event)
        if len(path) > _MAX_DEPTH:
            raise _broken(_line(event), "nested too deeply")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, path)
        return _plain(event)

    def _mapping(self, start: yaml.Event, path: _Path) -> dict[str, JsonValue]:
        _refuse_extras(start)
        tree: dict[str, JsonValue] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _broken(_line(event), "a field's name must be a word")
            _refuse_extras(event)
            if event.value in tree:
                raise _broken(_line(event), f"{event.value} stands here twice")
            tree[event.value] = self._value(self._next(), (*path, event.value))
        return tree

    def _sequence(self, start: yaml.Event, path: _Path) -> list[JsonValue]:
        _refuse_extras(start)
        items: list[JsonValue] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items


def _plain(event: yaml.Event) -> JsonValue:
    """Return what a scalar stands for; only unquoted words can be anything but text."""
    if not isinstance(event, yaml.ScalarEvent):
        raise _broken(_line(event), "an alias")
    _refuse_extras(event)
    text: str = event.value
    if not event.implicit[0]:
        return text
    if _NULL.fullmatch(text):
        return None
    if _BOOL.fullmatch(text):
        return text == "true"
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _refuse_extras(event: yaml.Event) -> None:
    if getattr(event, "anchor", None):
        raise _broken(_line(event), "an anchor")
    if getattr(event, "tag", None):
        raise _broken(_line(event), "a tag")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _line_of(location: tuple[str | int, ...], lines: _Lines) -> int:
    """Return the line of the nearest node that is in the file; a missing field is reported where its owner begins."""
    while location and location not in lines:
        location = location[:-1]
    return lines.get(location, 1)


def _with_sound_ids(book: Book, lines: _Lines) -> Book:
    """Refuse a page id that stands twice, and count hand-made ids as given out."""
    made = book.pages_made
    seen: set[str] = set()
    for index, page in enumerate(book.pages):
        if page.id in seen:
            raise _broken(_line_of(("pages", index, "id"), lines), f"page {page.id} stands here twice")
        seen.add(page.id)
        made = max(made, int(page.id[1:]))
    return book if made == book.pages_made else book.model_copy(update={"pages_made": made})


def _broken(line: int, problem: str) -> FibelError:
    return FibelError("book_broken", f"line {line}: {problem}.")
