"""The painter of the box: naive pictures of a prompt, drawn with Pillow. The same arguments give the same picture."""

from __future__ import annotations

from engine.box.painter.picture import Painting, paint
from engine.box.painter.understanding import understand
from engine.box.painter.wish import Wish
from engine.box.painter.words import vocabulary

__all__ = ["Painting", "Wish", "paint", "understand", "vocabulary"]
