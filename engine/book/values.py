"""What every value of a book is made of: frozen, cleaned, and strict about unknown fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from engine.clean import CleanLine, CleanText

MAX_TEXT = 100_000
"""Characters a single text field may hold; more is a mistaken paste, not a page of a picture book."""

Line = Annotated[CleanLine, Field(max_length=2_000)]
Text = Annotated[CleanText, Field(max_length=MAX_TEXT)]


class Value(BaseModel):
    """A frozen value; unknown fields are an error, so that a typo in a file is named and not swallowed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
