"""The calls to a writer, in the order in which a book makes them. Each answer is checked before it counts."""

from __future__ import annotations

from engine.writer.brief import Brief
from engine.writer.planning import Outline, outline
from engine.writer.seeing import Picture, Verdict, pictures, verdicts
from engine.writer.telling import ToldScene, repair, rewrite, scenes, translation

__all__ = [
    "Brief",
    "Outline",
    "Picture",
    "ToldScene",
    "Verdict",
    "outline",
    "pictures",
    "repair",
    "rewrite",
    "scenes",
    "translation",
    "verdicts",
]
