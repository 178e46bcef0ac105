"""The client to servers of OpenAI's language: what each is told, and what comes of each way it can fail."""

from __future__ import annotations

import asyncio
import json
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from engine.card.tenant import ModelKind
from engine.errors import Exit, FibelError
from engine.writer import connection
from engine.writer import openai as module
from engine.writer.openai import OpenAICompatible
from engine.writer.profiles import GENERIC, LLAMA, MISTRAL, OPENAI, Profile, profile_of
from engine.writer.provider import THOUGHTS, Chunk, TextRequest

from .conftest import KEEP
from .fake import Drop, FakeServer, Pause, Reply, served

SECRET = "sk-a-very-secret-key"
MODEL = "mistral-medium-latest"
REQUEST = TextRequest("Du bist Kinderbuchautor.", "Idee: Ein Igel", {"type": "object"}, 7, 0.8, 300)


class Service(FakeServer):
    """Speaks OpenAI's language where nothing else is set."""

    streams = "text/event-stream"

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[list[Any] | Reply] = []
        self.models = [MODEL]
        self.headers: dict[str, str] = {}

    def reply(self, path: str, body: dict[str, Any]) -> Reply | list[Any]:
        match path:
            case "/v1/models":
                return Reply(200, {"object": "list", "data": [{"id": name} for name in self.models]}, self.headers)
            case "/v1/chat/completions":
                return self.answers.pop(0)
        return Reply(404, {"detail": "Not Found"}, self.headers)

    def written(self, step: Any) -> bytes:
        return event({"choices": [{"index": 0, "delta": {"content": step}, "finish_reason": None}]})

    def chats(self) -> list[dict[str, Any]]:
        return [body for path, body in self.asked if path.endswith("/completions")]


def event(said: object) -> bytes:
    return f"data: {json.dumps(said)}\n\n".encode()


def end(reason: str = "stop", tokens: int = 0) -> bytes:
    """The last chunk as Mistral sends it, with the usage in it."""
    usage = {"usage": {"completion_tokens": tokens}} if tokens else {}
    return event({"choices": [{"delta": {"content": ""}, "finish_reason": reason}], **usage}) + b"data: [DONE]\n\n"


WHOLE = ["ja", end()]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in ("MISTRAL_API_KEY", "OPENAI_API_KEY", "FIBEL_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    async with served(Service()) as there:
        yield there


@asynccontextmanager
async def mistral(service: Service, **more: Any) -> AsyncIterator[OpenAICompatible]:
    async with OpenAICompatible(f"{service.url}/v1", model=MODEL, context=32_768, mistral=True, **more) as there:
        yield there


@pytest.fixture
async def writer(service: Service, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[OpenAICompatible]:
    monkeypatch.setenv("MISTRAL_API_KEY", SECRET)
    async with mistral(service) as there:
        yield there


@pytest.fixture
async def generic(service: Service) -> AsyncIterator[OpenAICompatible]:
    service.models = ["qwen3:8b"]
    async with OpenAICompatible(service.url, model="", context=4096) as there:
        yield there


async def chunks(writer: OpenAICompatible, request: TextRequest = REQUEST) -> list[Chunk]:
    return [chunk async for chunk in writer.generate(request, keep_alive=KEEP)]


def text(said: list[Chunk]) -> str:
    return "".join(chunk.text for chunk in said)


# ── what is said ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_mistral_is_told_what_it_knows_and_not_a_field_more(service: Service, writer: OpenAICompatible) -> None:
    service.answers = [WHOLE]
    await chunks(writer)
    schema = {"name": "answer", "schema": {"type": "object"}, "strict": True}
    assert service.chats() == [
        {
            "model": MODEL,
            "messages": [
                {"role": "system", "content": "Du bist Kinderbuchautor."},
                {"role": "user", "content": "Idee: Ein Igel"},
            ],
            "temperature": 0.8,
            "max_tokens": 300 + THOUGHTS,
            "random_seed": 7,
            "stream": True,
            "safe_prompt": True,
            "response_format": {"type": "json_schema", "json_schema": schema},
        }
    ]
    assert f"Authorization: Bearer {SECRET}" in service.heads[-1]


@pytest.mark.parametrize(
    ("profile", "seed", "limit"),
    [
        (MISTRAL, "random_seed", "max_tokens"),
        (OPENAI, "seed", "max_completion_tokens"),
        (LLAMA, "seed", "max_tokens"),
        (GENERIC, "seed", "max_tokens"),
    ],
)
def test_each_server_hears_its_own_words(profile: Profile, seed: str, limit: str) -> None:
    big = TextRequest("", "", None, 2**64 - 1, 1.5, 9)
    body = profile.body("m", big)
    assert (body[seed], body[limit]) == (2**31 - 1, 9 + profile.thoughts)
    assert {"seed", "random_seed"} & body.keys() == {seed}
    assert {"max_tokens", "max_completion_tokens"} & body.keys() == {limit}
    assert body["temperature"] == (1.0 if profile is MISTRAL else 1.5)
    assert "response_format" not in body


@pytest.mark.parametrize(
    ("url", "mistral", "profile", "place"),
    [
        ("https://api.eu.mistral.ai/v1", True, MISTRAL, "Mistral, EU"),
        ("https://api.mistral.ai", True, MISTRAL, "Mistral, worldwide"),
        ("https://api.eu.mistral.ai/v1", False, MISTRAL, "Mistral, EU"),
        ("https://gate.example/v1", True, MISTRAL, "Mistral, gate.example"),
        ("https://api.openai.com/v1", False, OPENAI, "OpenAI"),
        ("http://127.0.0.1:8080", False, GENERIC, "local"),
        ("http://localhost:8080/v1", False, GENERIC, "local"),
        ("http://studio.example:8000", False, GENERIC, "studio.example"),
    ],
)
def test_the_author_is_told_where_the_words_go(url: str, mistral: bool, profile: Profile, place: str) -> None:
    assert profile_of(url, mistral=mistral) == (profile, place)


async def test_a_writer_that_lives_elsewhere_wants_nothing_of_the_card(writer: OpenAICompatible) -> None:
    await writer.load(KEEP)
    assert (writer.kind, writer.need) == (ModelKind.TEXT, 0)
    assert await writer.resident() == ()
    assert await writer.measure() is None
    await writer.unload()


# ── what comes back ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_answer_arrives_piece_by_piece(service: Service, writer: OpenAICompatible) -> None:
    service.answers = [["Der ", "Igel", end(tokens=5)]]
    said = await chunks(writer)
    assert [(chunk.text, chunk.done) for chunk in said] == [("Der ", False), ("Igel", False), ("", False), ("", True)]
    assert (said[-1].tokens, said[-1].reason) == (5, "stop")


async def test_usage_may_come_in_an_event_of_its_own(service: Service, generic: OpenAICompatible) -> None:
    stop = event({"choices": [{"delta": {}, "finish_reason": "stop"}]})
    service.answers = [["ja", stop, event({"choices": [], "usage": {"completion_tokens": 9}}), b"data: [DONE]\n\n"]]
    assert (await chunks(generic))[-1] == Chunk("", True, 9, "stop")


async def test_bytes_may_dribble_in_one_by_one(service: Service, writer: OpenAICompatible) -> None:
    said = b": hello\r\n\r\nevent: x\r\n" + service.written("Ümläut  „ja“").replace(b"\n", b"\r\n") + end()
    service.answers = [[said[i : i + 1] for i in range(len(said))]]
    assert text(await chunks(writer)) == "Ümläut  „ja“"


async def test_what_a_model_thinks_is_not_its_answer(service: Service, writer: OpenAICompatible) -> None:
    typed = [{"type": "thinking", "thinking": [{"type": "text", "text": "Hm"}]}, {"type": "text", "text": "ja"}]
    aloud = event({"choices": [{"delta": {"reasoning_content": "Hm"}}]})
    service.answers = [[typed, end()], [aloud, "<thi", "nk>{Hm}</think>", "ja", end()]]
    assert [text(await chunks(writer)) for _ in range(2)] == ["ja", "ja"]


async def test_an_answer_left_in_the_middle_closes_the_connection(service: Service, writer: OpenAICompatible) -> None:
    service.answers = [["Der", Pause(), end()]]
    answer = writer.generate(REQUEST, keep_alive=KEEP)
    assert (await anext(answer)).text == "Der"
    await answer.aclose()
    await asyncio.wait_for(service.left.wait(), 5)


async def test_keepalives_between_the_pieces_mean_nothing(service: Service, writer: OpenAICompatible) -> None:
    service.answers = [[b": OPENROUTER PROCESSING\n\n", b":\n\n", "Der ", b"\r\n: ping\r\n\r\n", "Igel", end()]]
    assert text(await chunks(writer)) == "Der Igel"


async def test_a_character_that_is_cut_in_two_arrives_whole(service: Service, writer: OpenAICompatible) -> None:
    said = json.dumps({"choices": [{"delta": {"content": "Bär 🦔"}}]}, ensure_ascii=False).encode()
    cut = said.index("🦔".encode()) + 2
    service.answers = [[b"data: " + said[:cut], said[cut:] + b"\n\n", end()]]
    assert text(await chunks(writer)) == "Bär 🦔"


async def test_a_line_that_breaks_after_the_last_word_costs_nothing(service: Service, writer: OpenAICompatible) -> None:
    stop = event({"choices": [{"delta": {}, "finish_reason": "stop"}]})
    service.answers = [["ja", stop, Drop()]]
    assert (await chunks(writer))[-1] == Chunk("", True, 2, "stop")


PAGE = Reply(200, b"<!doctype html><title>Router login</title>", {"content-type": "text/html"})
EXTRA = {"detail": [{"type": "extra_forbidden", "loc": ["body", "stop"], "msg": "Extra inputs are not permitted"}]}
LONG = {"error": {"message": "This model's maximum context length is 8192 tokens.", "code": "context_length_exceeded"}}


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (Reply(401, {"message": "Unauthorized"}), "key_refused", "Unauthorized"),
        (Reply(403, {"error": {"message": "no access"}}), "key_refused", "no access"),
        (Reply(402, {"message": "Payment required"}), "rate_limited", "Payment"),
        (Reply(429, {"error": {"message": "You exceeded your current quota"}}), "rate_limited", "quota"),
        (Reply(404, b"<html>nginx</html>"), "server_unexpected", "answers 404, not as a writer does"),
        (Reply(307, b"", {"location": "/x"}), "server_unexpected", "answers 307"),
        (PAGE, "server_unexpected", "in one piece"),
        (Reply(200, {"choices": []}, {"content-type": "application/json"}), "server_unexpected", "in one piece"),
        ([b"{}\n"], "server_unexpected", "as events"),
        ([], "text_cut", "without its end"),
        ([b"data: {no json}\n\n"], "server_unexpected", "OpenAI's language"),
        (Reply(400, {"message": "Invalid model: x", "type": "invalid_model"}), "model_missing", "Invalid model"),
        (Reply(404, {"error": {"message": "The model `x` does not exist"}}), "model_missing", "does not exist"),
        (Reply(422, EXTRA), "text_refused", r"body\.stop: Extra inputs"),
        (Reply(400, LONG), "text_too_long", "8192"),
        (Reply(500, b"proxy error: Failed to read connection"), "server_lost", "proxy error"),
        (["Der", Drop()], "server_lost", "http://127"),
        (["Der Igel"], "text_cut", "without its end"),
        (["Der", b"data: [DONE]\n\n"], "text_cut", "without its end"),
        (["Der", event({"error": {"message": "it broke", "code": 500}})], "text_failed", "it broke"),
        (["Der", b'error: {"code": 500, "message": "CUDA out of memory"}\n\n'], "out_of_memory", "CUDA"),
        (["Der", event({"object": "error", "message": "worker died", "code": 500})], "text_failed", "worker died"),
        (
            Reply(200, {"error": {"message": "No provider"}}, {"content-type": "application/json"}),
            "text_failed",
            "No p",
        ),
        (["Der", end("error")], "text_failed", "gave up"),
        (["Der", end("abort")], "text_failed", "gave up"),
        (["Der", end("insufficient_system_resource")], "text_failed", "gave up"),
        (["Der", b": keep-alive\n\n" * 3, Drop()], "server_lost", "http://127"),
        (["Der", end("content_filter")], "text_refused", "does not want"),
        ([event({"choices": [{"delta": {"refusal": "I'd rather not."}}]}), end()], "text_refused", "rather not"),
    ],
)
async def test_each_failure_has_its_name(
    service: Service, writer: OpenAICompatible, answer: Any, code: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TRIES", 1)
    service.answers = [answer]
    with pytest.raises(FibelError, match=words) as caught:
        await chunks(writer)
    assert caught.value.code == code


@pytest.mark.parametrize("reason", ["length", "model_length", "max_tokens"])
async def test_an_answer_that_found_no_more_room_says_so(
    service: Service, writer: OpenAICompatible, reason: str
) -> None:
    service.answers = [["Der", end(reason)]]
    assert (await chunks(writer))[-1].reason == "length"


async def test_an_ollama_is_wanted_in_its_own_language(service: Service) -> None:
    """In this one it would cut long books unsaid and swallow errors."""
    service.replies = {"/": Reply(200, b"Ollama is running")}
    async with OpenAICompatible(service.url, model=MODEL, context=4096, on_card=True) as there:
        assert await there.resident() == ()
        assert there.need == 0
        with pytest.raises(FibelError, match=r"server_unexpected.*is Ollama: write `writer: provider: ollama`"):
            await chunks(there)


async def test_a_camera_on_the_port_does_not_fill_the_memory(
    service: Service, generic: OpenAICompatible, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "MAX_ANSWER", 1 << 20)
    usual = service.reply
    monkeypatch.setattr(
        service, "reply", lambda path, body: [b"\xff" * (1 << 18)] * 400 if path == "/" else usual(path, body)
    )
    with pytest.raises(FibelError, match=r"server_unexpected.*more than a writer has to say"):
        await generic.ready()


async def test_a_llama_server_that_still_reads_its_model_is_waited_for(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AWAKE", 0.01)
    loading = Reply(503, {"error": {"message": "Loading model", "code": 503}})
    service.replies = {"/": Reply(404, b"", {"server": "llama.cpp"}), "/health": loading}
    async with OpenAICompatible(service.url, model=MODEL, context=4096) as there:
        load = asyncio.create_task(there.load(KEEP))
        while [path for path, _body in service.asked].count("/health") < 3:
            await asyncio.sleep(0.01)
        assert not load.done()
        service.replies["/health"] = Reply(200, {"status": "ok"})
        await load


# ── a service without time ───────────────────────────────────────────────────────────────────────────────────────

BUSY = {"object": "error", "message": "Rate limit exceeded", "type": "rate_limited", "code": "1300"}


async def test_a_busy_service_is_asked_again_when_it_says_and_the_author_is_told(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MISTRAL_API_KEY", SECRET)
    monkeypatch.setattr(module, "FIRST_WAIT", 0.01)
    told: list[str] = []
    service.answers = [Reply(429, BUSY, {"Retry-After": "0"}), Reply(503, {"message": "overloaded"}), WHOLE]
    async with mistral(service, tell=told.append) as writer:
        assert text(await chunks(writer)) == "ja"
    assert len(service.chats()) == 3
    assert told == [f"{service.url} is busy; the next try follows in 0 s."] * 2


async def test_a_service_that_stays_busy_ends_the_wish_and_keeps_the_job(
    service: Service, writer: OpenAICompatible, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_WAIT", 0.001)
    service.answers = [Reply(429, BUSY)] * 9
    with pytest.raises(FibelError, match=r"rate_limited.*Rate limit exceeded") as caught:
        await chunks(writer)
    assert len(service.chats()) == module.TRIES
    assert caught.value.exit is Exit.UNREACHABLE


async def test_nobody_waits_for_an_hour(service: Service, writer: OpenAICompatible) -> None:
    service.answers = [Reply(429, BUSY, {"Retry-After": "3600"})]
    with pytest.raises(FibelError, match=r"rate_limited.*has time again in 3600 s"):
        await chunks(writer)


async def test_an_account_without_money_is_not_asked_again(service: Service, writer: OpenAICompatible) -> None:
    service.answers = [Reply(429, {"error": {"message": "no", "type": "insufficient_quota"}})]
    with pytest.raises(FibelError, match="rate_limited"):
        await chunks(writer)
    assert len(service.chats()) == 1


# ── servers that know less ───────────────────────────────────────────────────────────────────────────────────────


async def test_a_server_that_knows_no_schema_is_asked_in_words_and_not_twice(
    service: Service, generic: OpenAICompatible
) -> None:
    pydantic = {"detail": [{"type": "literal_error", "loc": ["body", "response_format", "type"], "msg": "no"}]}
    service.answers = [Reply(500, pydantic), Reply(400, {"error": "response_format is not supported"}), WHOLE, WHOLE]
    for _ in range(2):
        assert text(await chunks(generic)) == "ja"
    forms = [chat.get("response_format", {}).get("type") for chat in service.chats()]
    assert forms == ["json_schema", "json_object", None, None]
    assert 'nach diesem Schema: {"type": "object"}' in service.chats()[-1]["messages"][0]["content"]


async def test_a_field_that_is_refused_by_name_is_left_out_from_then_on(
    service: Service, generic: OpenAICompatible
) -> None:
    no = {"error": {"message": "Unsupported value: 'temperature' does not support 0.8", "param": "temperature"}}
    service.answers = [Reply(400, no), WHOLE, WHOLE]
    for _ in range(2):
        await chunks(generic)
    assert ["temperature" in chat for chat in service.chats()] == [True, False, False]
    assert all("seed" in chat for chat in service.chats())


async def test_the_only_model_needs_no_name(service: Service, generic: OpenAICompatible) -> None:
    assert await generic.ready() == f"Writer: qwen3:8b at {service.url}, an OpenAI-compatible server."
    assert generic.model == "qwen3:8b"


async def test_of_several_models_one_must_be_named(service: Service) -> None:
    service.models = ["a", "b"]
    for wanted in ("", "c"):
        async with OpenAICompatible(service.url, model=wanted, context=4096) as there:
            with pytest.raises(FibelError, match=r"model_missing.* has a, b; wanted is"):
                await there.ready()


# ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def put_key(folder: Path, name: str, mode: int = 0o600) -> Path:
    file = folder / "fibel" / f"{name}.key"
    file.parent.mkdir(exist_ok=True)
    file.touch(mode=mode)
    file.chmod(mode)
    file.write_text(f"{SECRET}\n")
    return file


async def test_without_a_key_nothing_is_sent(service: Service, tmp_path: Path) -> None:
    async with mistral(service) as writer:
        for attempt in (writer.ready, lambda: chunks(writer), lambda: writer.load(KEEP)):
            with pytest.raises(FibelError, match=r"key_missing.*MISTRAL_API_KEY.*mistral\.key"):
                await attempt()
    assert service.asked == []


async def test_a_key_may_lie_in_a_file_that_nobody_else_reads(service: Service, tmp_path: Path) -> None:
    put_key(tmp_path, "mistral")
    service.answers = [WHOLE]
    async with mistral(service) as writer:
        await chunks(writer)
    assert f"Bearer {SECRET}" in service.heads[-1]


async def test_a_key_that_others_can_read_is_not_used(service: Service, tmp_path: Path) -> None:
    file = put_key(tmp_path, "mistral", 0o644)
    async with mistral(service) as writer:
        with pytest.raises(FibelError, match=rf"key_exposed.*chmod 600 {file}") as caught:
            await chunks(writer)
    assert SECRET not in str(caught.value)
    assert service.asked == []
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


async def test_a_key_may_lie_in_the_systems_keyring(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library is an author's own choice, so a small one of the same shape stands in for it."""
    package = tmp_path / "lib" / "keyring"
    package.mkdir(parents=True)
    (package / "errors.py").write_text("class KeyringError(Exception): ...\n")
    (package / "__init__.py").write_text(
        f"def get_password(service, name):\n    return {{('fibel', 'mistral'): {SECRET!r}}}.get((service, name))\n"
    )
    monkeypatch.syspath_prepend(package.parent)
    service.answers = [WHOLE]
    async with mistral(service) as writer:
        await chunks(writer)
    assert f"Bearer {SECRET}" in service.heads[-1]


async def test_a_refused_key_is_looked_for_again_by_the_next_wish(
    service: Service, writer: OpenAICompatible, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.answers = [Reply(401, {"message": "Unauthorized"}), WHOLE]
    with pytest.raises(FibelError, match="key_refused"):
        await chunks(writer)
    monkeypatch.setenv("MISTRAL_API_KEY", "mended")
    await chunks(writer)
    assert "Bearer mended" in service.heads[-1]


async def test_a_key_is_never_shown_even_where_the_service_quotes_it(
    service: Service, writer: OpenAICompatible, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    service.answers = [Reply(401, {"error": {"message": f"Incorrect API key provided: {SECRET}"}})]
    with pytest.raises(FibelError) as caught:
        await chunks(writer)
    assert SECRET not in str(caught.value) + caplog.text + repr(writer) + repr(vars(writer)["_there"].__dict__)


async def test_a_key_of_one_service_is_not_shown_to_another(
    service: Service, generic: OpenAICompatible, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MISTRAL_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.setenv(name, SECRET)
    service.answers = [WHOLE]
    await chunks(generic)
    assert all("authorization" not in head.lower() for head in service.heads)


async def test_a_server_of_ones_own_may_want_a_key_too(
    service: Service, generic: OpenAICompatible, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.answers = [Reply(401, {"error": {"message": "Invalid API Key"}}), WHOLE]
    with pytest.raises(FibelError, match="key_missing"):
        await chunks(generic)
    monkeypatch.setenv("FIBEL_API_KEY", SECRET)
    await chunks(generic)
    assert f"Bearer {SECRET}" in service.heads[-1]


@pytest.mark.parametrize("url", ["", "127.0.0.1:8080", "http://[::1", "ftp://127.0.0.1"])
async def test_an_address_that_is_none_is_said_to_be(url: str) -> None:
    with pytest.raises(FibelError, match="server_unreachable"):
        async with OpenAICompatible(url, model="m", context=4096) as writer:
            await chunks(writer)
