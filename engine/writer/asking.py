"""How an answer is had from a writer: asked for, read while it is written, checked, and asked for once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from engine.errors import FibelError
from engine.units import Seconds, Tokens
from engine.writer.answers import PageAnswer
from engine.writer.brief import with_note
from engine.writer.provider import TextProvider, TextRequest
from engine.writer.stream import ItemReader

ATTEMPTS = 2
"""A small model that did not keep the form once often does so with another seed; then a person should look."""

OnTokens = Callable[[Tokens], None]
A = TypeVar("A", bound=BaseModel)
P = TypeVar("P", bound=PageAnswer)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What could be better in an answer that can be used: the more `weight`, the worse; none where it is 0."""

    weight: int = 0
    words: str = ""
    """What the writer is told of it when it is asked again."""


NO_FLAW = Flaw()


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

    async def whole(
        self,
        request: TextRequest,
        form: type[A],
        *,
        check: Callable[[A], None] = lambda _answer: None,
        flaw: Callable[[A], Flaw] = lambda _answer: NO_FLAW,
        attempts: int = ATTEMPTS,
        what: str = "",
    ) -> A:
        """Return an answer that makes sense only as a whole: the first without a flaw, else the least flawed one.

        Args:
            check: raises ValueError for an answer that has the form but cannot be used.
            flaw: says what could be better.
            what: what it is for ("page 3"), for the author.

        Raises:
            FibelError: `text_invalid` or `text_cut` if no answer can be used; what the provider raises.
        """
        best: tuple[int, A] | None = None
        self._problem = ""
        for attempt in range(attempts):
            told = with_note(request.user, self._problem) if self._problem else request.user
            async with aclosing(self._pieces(replace(request, user=told, seed=request.seed + attempt))) as pieces:
                text = "".join([piece async for piece in pieces])
            try:
                answer = form.model_validate_json(text[text.find("{") : text.rfind("}") + 1])
                check(answer)
            except ValueError as error:
                self._problem = _words(error)
                continue
            found = flaw(answer)
            if best is None or found.weight < best[0]:
                best = (found.weight, answer)
            if not found.weight:
                break
            self._problem = found.words
        if best is None:
            raise self._unusable(what)
        return best[1]

    async def pages(
        self,
        numbers: Sequence[int],
        field: str,
        form: type[P],
        ask: Callable[[Sequence[int]], tuple[Sequence[int], TextRequest]],
        flaw: Callable[[P], Flaw] = lambda _item: NO_FLAW,
    ) -> AsyncGenerator[P, None]:
        """Give out an answer's items page by page, each as soon as it is complete.

        A request may take only some of the pages; the others are asked for afterwards, and so is what did not come,
        could not be used, or has a flaw. What is given out stays good whatever happens later. Items for pages nobody
        asked for, and second ones for a page, are passed over.

        Args:
            numbers: the pages wanted, in the order in which they are to be written.
            field: the answer's list.
            ask: returns for the pages still lacking those to ask for now, and the request that does so.
            flaw: says what could be better; a page that never comes without one is given out with it in the end.

        Raises:
            FibelError: as `whole`, naming the pages.
        """
        lacking = list(numbers)
        failures: Counter[int] = Counter()
        flawed: dict[int, P] = {}
        requests = 0
        while waiting := [number for number in lacking if failures[number] < ATTEMPTS]:
            asked, request = ask(waiting)
            outstanding = set(asked)
            user = with_note(request.user, self._problem) if self._problem else request.user
            request = replace(request, user=user, seed=request.seed + requests)
            self._problem = ""
            seen: set[int] = set()
            async with aclosing(self._items(request, field, form)) as items:
                async for item in items:
                    if item.page not in outstanding:
                        continue
                    seen.add(item.page)
                    if problem := flaw(item).words:
                        flawed[item.page] = item
                        self._problem = problem
                        continue
                    outstanding.remove(item.page)
                    lacking.remove(item.page)
                    yield item
            requests += 1
            if not (self._cut and seen):  # else the rest was not reached, and the next request begins with it
                failures.update(outstanding)
            else:
                failures.update(outstanding & seen)
            if not seen and max(failures.values()) >= ATTEMPTS:
                break  # nor would it write the pages after these
        for number in [number for number in lacking if number in flawed]:
            lacking.remove(number)
            yield flawed[number]
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

    @property
    def why(self) -> str:
        """What was wrong with the last answer that could not be used; empty if it was only cut."""
        return "" if self._cut else self._problem

    def _unusable(self, what: str) -> FibelError:
        details = nothing_for(what, self.why)
        return FibelError("text_cut", details) if self._cut else FibelError("text_invalid", details)


def nothing_for(what: str, why: str) -> str:
    """Return in words that nothing usable came, for what, and why not; what is not known is left out."""
    return " ".join([*([f"Nothing usable came for {what}."] if what else []), *([f"{why}."] if why else [])])


def _words(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    problem = error.errors(include_url=False, include_input=False)[0]
    if problem["type"] == "json_invalid":
        return "the answer: it is no JSON"
    return f"{'.'.join(map(str, problem['loc'])) or 'the answer'}: {problem['msg'].removeprefix('Value error, ')}"
