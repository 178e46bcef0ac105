"""How servers that speak OpenAI's language differ: what each wants to be told, and what it must not be.

Protocol facts: Mistral answers 422 to every field it does not know, calls the seed `random_seed` and takes
`safe_prompt` (docs.mistral.ai, API reference and error glossary, 2026); OpenAI has replaced `max_tokens` by
`max_completion_tokens` (platform reference, 2025); llama.cpp's server hands `chat_template_kwargs` to the model's
template, which is where thinking is switched off (tools/server README, 2026), and so does vLLM. Fields that a model of
theirs may not know are left out once it has refused them by name, see `engine.writer.openai`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from pydantic import JsonValue

from engine.units import Tokens
from engine.writer.connection import host_of
from engine.writer.provider import LARGEST_SEED, LOCAL, THOUGHTS, TextRequest

_GATEWAY = frozenset({429, 502, 503, 504})
_SERVICE = _GATEWAY | {500}


class Form(IntEnum):
    """How an answer's form is asked for, the surest way first."""

    SCHEMA = 0
    OBJECT = 1
    """A JSON object; the schema beside it is read by llama-cpp-python, and it stands in the prompt."""
    WORDS = 2
    """By words alone."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of server.

    Args:
        title: whose server it is, for the author.
        name: what its key is filed under.
        variable: of the environment, for its key.
        thoughts: what a model may think before its answer, where that cannot be switched off; it counts against the
            answer's bound.
        busy: statuses after which the same request may succeed.
        extras: what is sent beyond what all understand.
    """

    title: str
    name: str = ""
    variable: str = "FIBEL_API_KEY"
    needs_key: bool = False
    seed: str = "seed"
    limit: str = "max_tokens"
    warmest: float = 2.0
    thoughts: Tokens = 0
    busy: frozenset[int] = _GATEWAY
    extras: Mapping[str, JsonValue] = field(default_factory=dict)

    def body(
        self, model: str, request: TextRequest, form: Form = Form.SCHEMA, without: Collection[str] = ()
    ) -> dict[str, JsonValue]:
        """Return the body of a request.

        Args:
            without: fields this server is known to refuse.
        """
        by_words = request.schema is not None and form is not Form.SCHEMA
        system = f"{request.system}\n{_in_words(request.schema)}" if by_words else request.system
        body: dict[str, JsonValue] = {
            "model": model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": request.user}],
            "temperature": min(request.temperature, self.warmest),
            self.limit: request.max_tokens + self.thoughts,
            self.seed: request.seed & LARGEST_SEED,
            "stream": True,
            **self.extras,
        }
        if request.schema is not None and form is not Form.WORDS:
            body["response_format"] = _response_format(request.schema, form)
        return {name: value for name, value in body.items() if name not in without}


MISTRAL = Profile(
    "Mistral",
    name="mistral",
    variable="MISTRAL_API_KEY",
    needs_key=True,
    seed="random_seed",
    warmest=1.0,
    thoughts=THOUGHTS,
    busy=_SERVICE,
    extras={"safe_prompt": True},
)
OPENAI = Profile(
    "OpenAI",
    name="openai",
    variable="OPENAI_API_KEY",
    needs_key=True,
    limit="max_completion_tokens",
    thoughts=THOUGHTS,
    busy=_SERVICE,
    extras={"stream_options": {"include_usage": True}, "reasoning_effort": "minimal"},
)
_LOCAL: Mapping[str, JsonValue] = {
    "stream_options": {"include_usage": True},
    "chat_template_kwargs": {"enable_thinking": False},
}
LLAMA = Profile("llama.cpp", extras=_LOCAL)
GENERIC = Profile("an OpenAI-compatible server", thoughts=THOUGHTS, extras=_LOCAL)

_SERVICES = {
    "api.eu.mistral.ai": (MISTRAL, "Mistral, EU"),
    "api.us.mistral.ai": (MISTRAL, "Mistral, US"),
    "api.mistral.ai": (MISTRAL, "Mistral, worldwide"),
    "api.openai.com": (OPENAI, "OpenAI"),
}
"""Services by their host; Mistral's regions as its own client library names them."""


def profile_of(url: str, *, mistral: bool) -> tuple[Profile, str]:
    """Return the profile of a server and the place its words go to.

    Args:
        mistral: whether the author says that it is Mistral's, e.g. behind a gateway of their own.
    """
    host = host_of(url)
    if host in _SERVICES:
        return _SERVICES[host]
    place = LOCAL if host == "127.0.0.1" else host
    if not mistral:
        return GENERIC, place
    return MISTRAL, place if place == LOCAL else f"Mistral, {host}"


def _response_format(schema: Mapping[str, JsonValue], form: Form) -> JsonValue:
    if form is Form.OBJECT:
        return {"type": "json_object", "schema": dict(schema)}
    return {"type": "json_schema", "json_schema": {"name": "answer", "schema": dict(schema), "strict": True}}


def _in_words(schema: Mapping[str, JsonValue] | None) -> str:
    return f"Antworte nur mit JSON, genau nach diesem Schema: {json.dumps(schema, ensure_ascii=False)}"
