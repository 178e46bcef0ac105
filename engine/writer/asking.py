"""How an answer is had from a writer: asked for, read while it is written, checked, and asked for once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from engine.errors import FibelError
from engine.units import Seconds, Tokens
from engine.writer.answers import PageAnswer
from engine.writer.provider import TextProvider, TextRequest
from engine.writer.stream import ItemReader

ATTEMPTS = 2
"""A small model that did not keep the form once often does so with another seed; then a person should look."""

OnTokens = Callable[[Tokens], None]
A = TypeVar("A", bound=BaseModel)
P = TypeVar("P", bound=PageAnswer)


class Dictation:
    """The requests of one call, one after the other.

    Args:
        keep_alive: how long the model may stay afterwards, as the lease says.
        on_tokens: told after each piece how many tokens have come in all.
    """

    def __init__(self, provider: TextProvider, keep_alive: Seconds, on_tokens: OnTokens) -> None:
        self._provider = provider
        self._keep_alive = keep_alive
        self._on_tokens = on_tokens
        self._earlier: Tokens = 0
        self._cut = False
        """Whether the last answer ended before its end."""
        self._problem = ""
        """What was wrong with the last thing that could not be used."""

    async def whole(self, request: TextRequest, form: type[A], check: Callable[[A], None]) -> A:
        """Return an answer that makes sense only as a whole.

        Args:
            check: raises ValueError for an answer that has the form but cannot be used.

        Raises:
            FibelError: `text_invalid` or `text_cut` if the second answer is unusable too; what the provider raises.
        """
        for attempt in range(ATTEMPTS):
            async with aclosing(self._pieces(replace(request, seed=request.seed + attempt))) as pieces:
                text = "".join([piece async for piece in pieces])
            try:
                answer = form.model_validate_json(text[text.find("{") : text.rfind("}") + 1])
                check(answer)
            except ValueError as error:
                self._problem = _words(error)
            else:
                return answer
        raise self._unusable("")

    async def pages(
        self,
        numbers: Sequence[int],
        field: str,
        form: type[P],
        ask: Callable[[Sequence[int]], tuple[Sequence[int], TextRequest]],
    ) -> AsyncGenerator[P, None]:
        """Give out an answer's items page by page, each as soon as it is complete.

        A request may take only some of the pages; the others are asked for afterwards, and so is what did not come or
        could not be used. What is given out stays good whatever happens later. Items for pages nobody asked for, and
        second ones for a page, are passed over.

        Args:
            numbers: the pages wanted, in the order in which they are to be written.
            field: the answer's list.
            ask: returns for the pages still lacking those to ask for now, and the request that does so.

        Raises:
            FibelError: as `whole`, naming the pages.
        """
        lacking = list(numbers)
        failures: Counter[int] = Counter()
        requests = 0
        while waiting := [number for number in lacking if failures[number] < ATTEMPTS]:
            asked, request = ask(waiting)
            outstanding = set(asked)
            async with aclosing(self._items(replace(request, seed=request.seed + requests), field, form)) as items:
                async for item in items:
                    if item.page in outstanding:
                        outstanding.remove(item.page)
                        lacking.remove(item.page)
                        yield item
            requests += 1
            came = len(outstanding) < len(asked)
            if not (self._cut and came):  # else the rest was not reached, and the next request begins with it
                failures.update(outstanding)
            if not came and max(failures.values()) >= ATTEMPTS:
                break  # nor would it write the pages after these
        if lacking:
            raise self._unusable(f"page {', '.join(map(str, lacking))}")

    async def _items(self, request: TextRequest, field: str, form: type[P]) -> AsyncGenerator[P, None]:
        reader = ItemReader(field)
        async with aclosing(self._pieces(request)) as pieces:
            async for piece in pieces:
                for item in reader.feed(piece):
                    try:
                        answer = form.model_validate_json(item)
                    except ValidationError as error:
                        self._problem = _words(error)
                    else:
                        yield answer

    async def _pieces(self, request: TextRequest) -> AsyncGenerator[str, None]:
        """Give out an answer's text as far as it comes."""
        self._cut = False
        tokens: Tokens = 0
        try:
            async with aclosing(self._provider.generate(request, keep_alive=self._keep_alive)) as chunks:
                async for chunk in chunks:
                    tokens = chunk.tokens
                    self._on_tokens(self._earlier + tokens)
                    self._cut = chunk.reason == "length"
                    if chunk.text:
                        yield chunk.text
        except FibelError as error:
            if error.code != "text_cut":
                raise
            self._cut = True
        self._earlier += tokens

    def _unusable(self, what: str) -> FibelError:
        of_what = f"Nothing usable came for {what}. " if what else ""
        if self._cut:
            return FibelError("text_cut", of_what)
        return FibelError("text_invalid", of_what + (f"{self._problem}." if self._problem else ""))


def _words(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    problem = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, problem['loc'])) or 'the answer'}: {problem['msg'].removeprefix('Value error, ')}"
