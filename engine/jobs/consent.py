"""Whether this book's texts may go where the writer is. On this machine they may; elsewhere only once agreed."""

from __future__ import annotations

from engine.errors import FibelError
from engine.jobs.desk import Desk
from engine.writer.provider import LOCAL


def given(desk: Desk) -> bool:
    """Whether the writer may be told of this book; a consent is for one place, not for any other."""
    place = desk.crew.writer.place
    return place == LOCAL or place in desk.book.consents


def require(desk: Desk) -> None:
    """Refuse what would tell the writer of this book without consent.

    Raises:
        FibelError: `consent_missing`, naming the place.
    """
    if not given(desk):
        raise FibelError("consent_missing", f"They would go to: {desk.crew.writer.place}.")
