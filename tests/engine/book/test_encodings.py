"""An old file is read where its encoding is certain; a mixed one names the line that does not belong."""

from __future__ import annotations

import pytest

from engine.book.encodings import Decoded, Undecoded, decode

PROSE = "Die Bäume grünen.\nÄpfel fallen ins süße Gras.\nÖfter läuft der kleine Käfer vorbei – ÜBERALL."
SPEECH = "„Schön“, ruft die Kröte. „Fünf Äpfel …“\nZoés Café ist groß. ‚Ja‘, sagt René."


@pytest.mark.parametrize("text", [PROSE, SPEECH])
@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("utf-16-le", ""), ("utf-16-be", ""), ("utf-32", ""),
        ("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"),
    ],
)  # fmt: skip
def test_what_is_certain_is_read(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == Decoded(text, name)


def test_dos_and_latin_1_are_read_too() -> None:
    plain = PROSE.replace("–", "-")
    assert decode(plain.encode("cp850")) == Decoded(plain, "DOS 850")
    assert decode(plain.encode("latin-1")) == Decoded(plain, "Windows-1252")


@pytest.mark.parametrize(
    "content",
    [b"\xe4\xf6 \x81", "Привет".encode("cp1251"), "Łódź".encode("cp1250"), bytes(range(128, 256)), b"\xff\xfe\x00"],
)
def test_what_is_not_certain_is_not_guessed(content: bytes) -> None:
    assert isinstance(decode(content), Undecoded)


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman", "cp850"])
def test_a_mixed_text_names_its_first_strange_line(codec: str) -> None:
    mixed = "Der Bär schläft.\nDie Kröte quakt.\n".encode() + "Der Käfer läuft.\n".encode(codec)
    found = decode(mixed)
    assert isinstance(found, Undecoded) and (found.line, found.mixed) == (3, True)
