"""The box's storyteller: stands in for a language model and answers in warm, correct German."""

from engine.box.storyteller.brief import Message
from engine.box.storyteller.pieces import tokens
from engine.box.storyteller.telling import tell

__all__ = ["Message", "tell", "tokens"]
