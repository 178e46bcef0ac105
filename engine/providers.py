"""Who writes and who paints: the providers of the settings, found and spoken to."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from engine.errors import FibelError
from engine.settings import IllustratorProvider, Settings, WriterProvider, WriterSettings
from engine.units import Seconds
from engine.writer.ollama import Ollama
from engine.writer.openai import OpenAICompatible
from engine.writer.provider import Pulled

LOOK_AROUND: Seconds = 0.5
"""How long a server of this machine may take to answer when we look whether it is there at all."""


async def choose_providers(settings: Settings) -> tuple[Settings, tuple[str, ...]]:
    """Resolve `auto`: the servers of this machine if one of them answers, else the box."""
    auto_writer = settings.writer.provider is WriterProvider.AUTO
    auto_illustrator = settings.illustrator.provider is IllustratorProvider.AUTO
    if not (auto_writer or auto_illustrator):
        return settings, ()
    there = False
    for auto, url in ((auto_writer, settings.writer.url), (auto_illustrator, settings.illustrator.url)):
        there = there or not auto or await _answers(url)
    writer = WriterProvider.OLLAMA if there else WriterProvider.BOX
    illustrator = IllustratorProvider.COMFYUI if there else IllustratorProvider.BOX
    update: dict[str, object] = {}
    if auto_writer:
        update["writer"] = settings.writer.model_copy(update={"provider": writer})
    if auto_illustrator:
        update["illustrator"] = settings.illustrator.model_copy(update={"provider": illustrator})
    notices = () if there else ("No Ollama and no ComfyUI answer on this machine: working on the box.",)
    return settings.model_copy(update=update), notices


def writer_client(settings: WriterSettings, *, on_card: bool, tell: Callable[[str], None]) -> Ollama | OpenAICompatible:
    """Return the client that speaks the provider's language; it still has to be entered.

    Raises:
        FibelError: `server_unreachable` if the address is none.
    """
    url, model, context = settings.url, settings.model, settings.context
    if settings.provider in (WriterProvider.OPENAI, WriterProvider.MISTRAL):
        mistral = settings.provider is WriterProvider.MISTRAL
        return OpenAICompatible(url, model=model, context=context, mistral=mistral, on_card=on_card, tell=tell)
    return Ollama(url, model=model, context=context, on_card=on_card, tell=tell)


async def _answers(url: str) -> bool:
    """Whether anything listens at the address."""
    import httpx

    try:
        async with httpx.AsyncClient(timeout=LOOK_AROUND, trust_env=False) as client:
            await client.get(url)
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return True


async def pull(settings: Settings, model: str = "") -> AsyncGenerator[Pulled, None]:
    """Have the writer's Ollama fetch a model; closing the generator stops it, and what has come stays.

    Args:
        model: empty takes that of the settings.

    Raises:
        FibelError: `usage` if the writer is no Ollama; what :func:`engine.writer.pull.pull` raises.
    """
    if settings.writer.provider not in (WriterProvider.OLLAMA, WriterProvider.AUTO):
        raise FibelError("usage", f"Only Ollama fetches models; the writer is {settings.writer.provider}.")
    wanted = model or settings.writer.model
    ollama = Ollama(settings.writer.url, model=wanted, context=settings.writer.context)
    async with ollama, aclosing(ollama.pull()) as news:
        async for pulled in news:
            yield pulled
