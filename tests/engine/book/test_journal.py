"""What the journal has taken is there after any crash; what was cut short is not believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from engine.book.journal import Journal
from engine.errors import FibelError
from tests.engine.book.disk import Record, lay_out, states

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def filled(path: Path, count: int = 3) -> Journal:
    journal = Journal(path)
    for number in range(count):
        journal.append({"n": number})
    return journal


def numbers(journal: Journal) -> list[JsonValue]:
    return [record["n"] for record in journal.records()]


def without_1(records: list[dict[str, JsonValue]]) -> list[dict[str, JsonValue]]:
    return [record for record in records if record["n"] != 1]


@given(record=st.dictionaries(st.text(max_size=6), values, max_size=4))
@settings(max_examples=40, deadline=None)
def test_every_record_comes_back_as_it_was(
    record: dict[str, JsonValue], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("journal") / "journal.jsonl"
    Journal(path).append(record)
    assert Journal(path).records() == [record]


def test_a_lone_surrogate_does_not_stop_the_work(path: Path) -> None:
    Journal(path).append({"n": "\ud83d"})
    assert numbers(Journal(path)) == ["\ud83d"]


def test_a_line_is_a_check_and_readable_json(path: Path) -> None:
    Journal(path).append({"was": "Übermut", "n": 1})
    assert path.read_text() == '2a44356c {"was":"Übermut","n":1}\n'


def test_a_line_torn_anywhere_is_ignored_and_cut_before_the_next(path: Path) -> None:
    filled(path)
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    for end in range(last, len(whole)):
        path.write_bytes(whole[:end])
        journal = Journal(path)
        assert numbers(journal) == [0, 1]
        assert journal.torn == (end > last)
        journal.append({"n": 9})
        assert numbers(Journal(path)) == [0, 1, 9]


@pytest.mark.parametrize("tail", [b"\0" * 40, b"garbage\n", b"\xff\xfe\n", b"00000000 {}\n", b"\n"])
def test_a_garbled_last_line_is_ignored(path: Path, tail: bytes) -> None:
    filled(path)
    path.write_bytes(path.read_bytes() + tail)
    journal = Journal(path)
    assert numbers(journal) == [0, 1, 2]
    journal.append({"n": 3})
    assert numbers(Journal(path)) == [0, 1, 2, 3]
    assert not Journal(path).torn


def test_a_broken_line_in_the_middle_is_skipped_counted_and_left_alone(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes().replace(b'{"n":1}', b'{"n":7}'))
    journal = Journal(path)
    assert (numbers(journal), journal.skipped, journal.torn) == ([0, 2], 1, False)
    journal.append({"n": 3})
    assert numbers(Journal(path)) == [0, 2, 3]
    assert b'{"n":7}' in path.read_bytes()


def test_line_ends_of_another_system_do_no_harm(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    journal = Journal(path)
    journal.append({"n": 3})
    assert numbers(journal) == [0, 1, 2, 3]


def test_a_journal_that_somebody_emptied_goes_on(path: Path) -> None:
    journal = filled(path)
    path.unlink()
    journal.append({"n": 3})
    assert numbers(journal) == [3]


def test_a_journal_that_cannot_be_read_has_a_code(path: Path) -> None:
    path.mkdir()
    with pytest.raises(FibelError, match="file_unreadable"):
        Journal(path)


def test_only_a_long_journal_is_rewritten(path: Path) -> None:
    filled(path).compact(lambda records: [])
    assert numbers(Journal(path)) == [0, 1, 2]
    journal = Journal(path, compact_above=10)
    journal.compact(without_1)
    journal.append({"n": 3})
    assert numbers(Journal(path)) == [0, 2, 3]


def test_a_journal_opened_for_reading_is_not_written(path: Path) -> None:
    filled(path)
    journal = Journal(path, read_only=True)
    for write in (lambda: journal.append({"n": 3}), lambda: journal.compact(lambda records: [])):
        with pytest.raises(FibelError) as caught:
            write()
        assert caught.value.code == "book_read_only"
    assert numbers(journal) == [0, 1, 2]


def test_a_power_cut_during_appends_and_a_rewrite_loses_nothing_acknowledged(tmp_path: Path) -> None:
    root = tmp_path / "recorded"
    root.mkdir()
    expected: list[list[JsonValue]] = [[]]
    with Record(root) as record:
        journal = Journal(root / "journal.jsonl", compact_above=0)
        for number in range(3):
            journal.append({"n": number})
            expected.append(numbers(journal))
            record.done()
        journal.compact(without_1)
        expected.append(numbers(journal))
        record.done()
        journal.append({"n": 4})
        expected.append(numbers(journal))
        record.done()
    for number, (steps, tree) in enumerate(states(record.log, root)):
        lay_out(tree, root, tmp_path / str(number))
        found = numbers(Journal(tmp_path / str(number) / "journal.jsonl"))
        assert found in expected[steps : steps + 2]
