"""The client to Ollama: what it asks for, what it makes of each way an answer can fail, and how it stops."""

from __future__ import annotations

import asyncio
import re
import socket

import pytest

from engine.card.tenant import ModelKind, Resident
from engine.errors import Exit, FibelError
from engine.writer import ollama as module
from engine.writer.ollama import Ollama
from engine.writer.provider import THOUGHTS, Chunk, TextRequest

from .conftest import KEEP, MIB, MODEL, End, Fake, Step, line, refused
from .fake import Drop, Pause, Reply

REQUEST = TextRequest(
    system="Du bist Kinderbuchautor.",
    user="Idee: Ein Igel",
    schema={"type": "object"},
    seed=7,
    temperature=0.8,
    max_tokens=300,
)


async def chunks(ollama: Ollama, request: TextRequest = REQUEST) -> list[Chunk]:
    return [chunk async for chunk in ollama.generate(request, keep_alive=KEEP)]


def nobody() -> str:
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_answer_arrives_piece_by_piece(fake: Fake, ollama: Ollama) -> None:
    fake.answers = [["Der ", "Igel", End(count=5)]]
    assert await chunks(ollama) == [
        Chunk("Der ", False, 1),
        Chunk("Igel", False, 2),
        Chunk("", True, 5, "stop"),
    ]


async def test_a_request_says_everything_that_shapes_the_answer(fake: Fake, ollama: Ollama) -> None:
    fake.answers = [[End()]]
    await chunks(ollama)
    assert fake.chats() == [
        {
            "model": MODEL,
            "keep_alive": KEEP,
            "truncate": False,
            "shift": False,
            "stream": True,
            "messages": [
                {"role": "system", "content": "Du bist Kinderbuchautor."},
                {"role": "user", "content": "Idee: Ein Igel"},
            ],
            "format": {"type": "object"},
            "options": {"num_ctx": 4096, "seed": 7, "temperature": 0.8, "num_predict": 300},
        }
    ]


async def test_what_decides_about_a_reload_is_the_same_in_preload_and_use(fake: Fake, ollama: Ollama) -> None:
    fake.answers = [[End()]]
    await ollama.load(KEEP)
    await chunks(ollama)
    (loaded,), (used,) = fake.loads(), fake.chats()
    for what in ("model", "truncate", "shift", "keep_alive"):
        assert loaded[what] == used[what]
    assert loaded["options"].items() <= used["options"].items()


@pytest.mark.parametrize(
    ("info", "think", "most"),
    [
        ({"capabilities": ["completion", "thinking"], "details": {"family": "qwen3"}}, False, 300 + THOUGHTS),
        ({"capabilities": ["completion", "thinking"], "details": {"family": "gptoss"}}, "low", 300 + THOUGHTS),
        ({"capabilities": ["completion"]}, None, 300),
        ({}, None, 300),
    ],
)
async def test_only_a_model_that_thinks_is_asked_to_do_so_as_little_as_it_can(
    fake: Fake, ollama: Ollama, info: dict[str, object], think: bool | str | None, most: int
) -> None:
    fake.info = info
    fake.answers = [[End()]]
    await chunks(ollama)
    (chat,) = fake.chats()
    assert chat.get("think") is think or chat["think"] == think
    assert chat["options"]["num_predict"] == most


async def test_what_a_model_thinks_is_not_its_answer(fake: Fake, ollama: Ollama) -> None:
    apart = line(message={"content": "", "thinking": "Hm, {x}"}, done=False)
    fake.answers = [[apart, "<think>", "Oder {y}?", "</think>", '{"a": 1}', End()]]
    assert "".join(chunk.text for chunk in await chunks(ollama)) == '{"a": 1}'


async def test_a_seed_of_any_size_is_one_the_server_takes(fake: Fake, ollama: Ollama) -> None:
    fake.answers = [[End()]]
    big = TextRequest("", "", None, seed=2**64 - 1, temperature=0, max_tokens=1)
    await chunks(ollama, big)
    assert fake.chats()[0]["options"]["seed"] == 2**31 - 1


async def test_bytes_may_dribble_in_one_by_one(fake: Fake, ollama: Ollama) -> None:
    said = line(message={"content": "Ümläut \x85 \u2028 „ja“"}, done=False) + line(done=True, done_reason="stop")
    fake.answers = [[said[i : i + 1] for i in range(len(said))]]
    assert [chunk.text for chunk in await chunks(ollama)] == ["Ümläut \x85 \u2028 „ja“", ""]


async def test_blank_lines_between_the_pieces_mean_nothing(fake: Fake, ollama: Ollama) -> None:
    fake.answers = [[b"\n\r\n", "ja", b"\n", End()]]
    assert len(await chunks(ollama)) == 2


CUDA = "llama-server process has terminated: cudaMalloc failed: out of memory"
LONG = (
    '{"error":{"code":400,"message":"request (901 tokens) exceeds the available context size (512 tokens), try '
    'increasing it","type":"exceed_context_size_error","n_prompt_tokens":901,"n_ctx":512}}'
)


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (["Der", Drop()], "server_lost", "http://127"),
        ([Drop()], "server_lost", "http://127"),
        (["Der Igel"], "text_cut", "without its end"),
        (["Der", b'{"message":{"content":"hal'], "text_cut", "without its end"),
        ([], "text_cut", "without its end"),
        (["Der", b'{"error":"an error was encountered while running the model: x"}\n'], "text_failed", "model: x"),
        (["Der", b'{"error":"CUDA error: out of memory"}\n'], "out_of_memory", "CUDA error"),
        ([b"<html>hello</html>\n"], "server_unexpected", "Ollama's language"),
        ([b'{"message":["no"]}\n'], "server_unexpected", "Ollama's language"),
        ([b"\xff\xfe\n"], "server_unexpected", "Ollama's language"),
        ([b"x" * (2 * MIB)], "server_unexpected", "without the end of a line"),
        (refused(500, CUDA), "out_of_memory", re.escape(CUDA)),
        (refused(500, "llama-server process has terminated: exit 1"), "text_failed", "exit 1"),
        (refused(503, "server busy, please try again."), "rate_limited", "server busy"),
        (refused(500, "timed out waiting for llama-server to start - progress 0.25 - "), "load_stalled", "0.25"),
        (refused(400, "invalid format"), "text_refused", "invalid format"),
        (refused(499, "request cancelled"), "text_failed", "request cancelled"),
        (refused(400, LONG), "text_too_long", "has 901 tokens, and llama3.1:8b keeps 512 in view"),
        (refused(400, "the input length exceeds the context length"), "text_too_long", "input length"),
        (refused(404, "model 'llama3.1:8b' not found"), "model_missing", "`fibel pull llama3.1:8b`"),
        (Reply(404, b"404: Not Found"), "server_unexpected", "answers 404, not as Ollama does"),
        (Reply(403), "server_unexpected", "answers 403: Ollama wants to be called"),
        (Reply(302), "server_unexpected", "answers 302"),
    ],
)
async def test_each_failure_has_its_name(
    fake: Fake, ollama: Ollama, answer: list[Step] | Reply, code: str, words: str
) -> None:
    fake.answers = [answer]
    with pytest.raises(FibelError, match=words) as caught:
        await chunks(ollama)
    assert caught.value.code == code


async def test_what_the_server_says_cannot_steer_the_terminal(fake: Fake, ollama: Ollama) -> None:
    fake.answers = [refused(500, "\x1b]52;c;eA==\x07bad\x1b[31m")]
    with pytest.raises(FibelError) as caught:
        await chunks(ollama)
    assert caught.value.details == "bad"


@pytest.mark.parametrize("url", ["", "127.0.0.1:11434", "http://[::1", "ftp://127.0.0.1"])
async def test_an_address_that_is_none_is_said_to_be(url: str) -> None:
    with pytest.raises(FibelError, match="server_unreachable"):
        async with Ollama(url, model=MODEL, context=4096) as ollama:
            await chunks(ollama)


async def test_where_nobody_listens_the_error_stops_the_list() -> None:
    async with Ollama(nobody(), model=MODEL, context=4096) as ollama:
        with pytest.raises(FibelError, match="Nobody answers") as caught:
            await chunks(ollama)
    assert caught.value.exit is Exit.UNREACHABLE


async def test_a_cancelled_answer_closes_the_connection(fake: Fake, ollama: Ollama) -> None:
    pause = Pause()
    fake.answers = [["Der", pause, "Igel", End()]]
    task = asyncio.create_task(chunks(ollama))
    await pause.reached.wait()
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    await asyncio.wait_for(fake.left.wait(), 5)


async def test_an_answer_left_in_the_middle_closes_the_connection(fake: Fake, ollama: Ollama) -> None:
    fake.answers = [["Der", Pause(), End()]]
    answer = ollama.generate(REQUEST, keep_alive=KEEP)
    assert (await anext(answer)).text == "Der"
    await answer.aclose()
    await asyncio.wait_for(fake.left.wait(), 5)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://127.0.0.1:11434", "local"),
        ("http://localhost:11434", "local"),
        ("http://[::1]:11434", "local"),
        ("http://studio.example:11434", "studio.example"),
    ],
)
async def test_the_author_is_told_where_the_words_go(url: str, place: str) -> None:
    async with Ollama(url, model=MODEL, context=4096) as ollama:
        assert ollama.place == place


async def test_a_model_of_the_cloud_is_not_taken_for_one_on_this_machine(fake: Fake) -> None:
    async with Ollama(fake.url, model="gpt-oss:120b-cloud", context=4096) as ollama:
        assert (ollama.place, ollama.need) == ("Ollama's cloud", 0)
    fake.info = {"capabilities": ["completion"], "remote_host": "https://ollama.com:443"}
    async with Ollama(fake.url, model=MODEL, context=4096) as ollama:
        assert ollama.place == "local"
        with pytest.raises(FibelError, match=r"consent_missing.*computed at https://ollama"):
            await chunks(ollama)
        assert fake.chats() == []
        assert (ollama.place, ollama.need) == ("Ollama's cloud", 0)
        await ollama.load(KEEP)
        assert fake.loads() == []
        fake.answers = [[End()]]
        await chunks(ollama)


async def test_ready_says_who_writes(fake: Fake, ollama: Ollama) -> None:
    assert await ollama.ready() == f"Writer: llama3.1:8b at {fake.url}, Ollama 0.33.0."


async def test_an_old_server_is_said_to_cut_silently(fake: Fake, ollama: Ollama) -> None:
    fake.version = "0.12.0"
    assert (await ollama.ready()).endswith("It is old and may cut long books silently: update it.")


async def test_a_model_that_only_embeds_is_no_writer(fake: Fake, ollama: Ollama) -> None:
    fake.info = {"capabilities": ["embedding"]}
    with pytest.raises(FibelError, match=r"model_missing.*not made for writing"):
        await ollama.ready()


async def test_ready_names_the_models_there_are(fake: Fake) -> None:
    async with Ollama(fake.url, model="gemma3:4b", context=4096) as ollama:
        with pytest.raises(FibelError, match=r"model_missing.* has llama3\.1:8b; `fibel pull gemma3:4b`"):
            await ollama.ready()


async def test_another_program_on_the_port_is_no_ollama(fake: Fake, ollama: Ollama) -> None:
    fake.replies = {"/api/version": Reply(404, b"404: Not Found"), "/api/ps": Reply(404, b"404: Not Found")}
    for question in (ollama.ready, ollama.resident):
        with pytest.raises(FibelError, match="server_unexpected"):
            await question()


# ── the tenant ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_loaded_model_is_resident_and_its_size_is_known(fake: Fake, ollama: Ollama) -> None:
    assert await ollama.resident() == ()
    await ollama.load(KEEP)
    assert await ollama.resident() == (Resident(ModelKind.TEXT, MODEL, 5_600 * MIB),)
    assert ollama.need == 5_600 * MIB


async def test_a_model_that_found_too_little_room_still_needs_all_of_it(fake: Fake, ollama: Ollama) -> None:
    fake.loaded = {"size": 5_600 * MIB, "size_vram": 3_000 * MIB}
    await ollama.load(KEEP)
    (held,) = await ollama.resident()
    assert held.bytes == 3_000 * MIB
    assert ollama.need == 5_600 * MIB


async def test_a_model_that_lies_partly_in_ordinary_memory_is_told_of_once(fake: Fake) -> None:
    told: list[str] = []
    fake.loaded = {"size": 5_600 * MIB, "size_vram": 3_500 * MIB}
    async with Ollama(fake.url, model=MODEL, context=4096, tell=told.append) as ollama:
        await ollama.load(KEEP)
        await ollama.load(KEEP)
        assert told == [f"Only 62 % of {MODEL} has room on the card, so it writes slowly."]
        fake.loaded = {"size": 5_600 * MIB, "size_vram": 5_600 * MIB}
        await ollama.load(KEEP)
    assert len(told) == 1


async def test_a_model_that_keeps_less_in_view_than_asked_for_is_asked_for_less(fake: Fake, ollama: Ollama) -> None:
    fake.loaded = {"size": MIB, "size_vram": MIB, "context_length": 2048}
    await ollama.load(KEEP)
    assert ollama.context == 2048
    assert (await ollama.resident())[0].model == MODEL
    fake.answers = [[End()]]
    await chunks(ollama)
    assert fake.chats()[0]["options"]["num_ctx"] == 4096  # what decides about a reload stays the same


async def test_our_model_with_another_context_counts_as_another_one(fake: Fake, ollama: Ollama) -> None:
    """The first request would load it anew, when the card thinks that nothing has to be loaded."""
    fake.running = [{"model": MODEL, "size": MIB, "size_vram": MIB, "context_length": 32_768}]
    (held,) = await ollama.resident()
    assert held.model == f"{MODEL} with 32768 tokens"


async def test_a_load_that_does_something_else_is_not_taken_for_one(fake: Fake, ollama: Ollama) -> None:
    fake.replies = {"/api/chat": Reply(200, {"done": True, "done_reason": "stop"})}
    with pytest.raises(FibelError, match="server_unexpected"):
        await ollama.load(KEEP)


async def test_an_old_server_is_not_asked_often_while_a_model_leaves(
    fake: Fake, ollama: Ollama, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before 0.32.4 it could crash of that; shown by the pauses, with the long one made short."""
    monkeypatch.setattr(module, "FIRST_POLL", 60)
    monkeypatch.setattr(module, "POLL", 0.01)
    fake.version = "0.31.1"
    await ollama.load(KEEP)
    await asyncio.wait_for(ollama.unload(), 30)
    assert fake.running == []


async def test_a_model_in_ordinary_memory_holds_nothing_of_the_card_and_wants_nothing_of_it(fake: Fake) -> None:
    fake.loaded = {"size": 5_600 * MIB, "size_vram": 0}
    told: list[str] = []
    async with Ollama(fake.url, model=MODEL, context=4096, tell=told.append) as ollama:
        assert ollama.need
        await ollama.load(KEEP)
        assert await ollama.resident() == ()
        assert ollama.need == 0
        assert told == [f"{MODEL} runs on the processor alone: it writes slowly, and the pictures keep the card."]
        fake.running = [{"model": MODEL, "size": MIB, "size_vram": MIB, "context_length": 4096}]
        await ollama.resident()
        assert ollama.need == MIB  # its server was told otherwise meanwhile


async def test_before_it_was_ever_loaded_its_need_follows_from_how_it_is_built(fake: Fake) -> None:
    heads = {"llama.attention.head_count": 32, "llama.attention.head_count_kv": 8}
    size = {"llama.block_count": 32, "llama.embedding_length": 4096}
    fake.info = {"model_info": {"general.architecture": "llama", **heads, **size}}
    needs = []
    for context in (4096, 8192):
        async with Ollama(fake.url, model=MODEL, context=context) as ollama:
            await ollama.resident()
            needs.append(ollama.need)
    assert needs[0] == (4_700 + 512 + 300) * MIB
    assert needs[1] - needs[0] == 512 * MIB


@pytest.mark.parametrize("info", [{}, {"model_info": None}, {"model_info": {"general.architecture": "x"}}])
async def test_where_the_server_does_not_tell_how_it_is_built_its_file_must_do(
    fake: Fake, ollama: Ollama, info: dict[str, object]
) -> None:
    fake.info = info
    await ollama.resident()
    assert 4_700 * MIB < ollama.need < 5_600 * MIB


async def test_a_server_that_does_not_run_holds_nothing_and_there_is_nothing_to_unload() -> None:
    async with Ollama(nobody(), model=MODEL, context=4096) as ollama:
        assert await ollama.resident() == ()
        assert await ollama.measure() is None
        assert ollama.need
        await ollama.unload()
        with pytest.raises(FibelError, match="server_unreachable"):
            await ollama.load(KEEP)


async def test_a_load_that_is_cancelled_closes_the_connection_which_ends_it_there_too(
    fake: Fake, ollama: Ollama, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked to unload, a server that is still loading would say yes and go on loading."""
    pause, usual = Pause(), fake.reply
    monkeypatch.setattr(fake, "reply", lambda path, body: [pause] if path == "/api/chat" else usual(path, body))
    load = asyncio.create_task(ollama.load(KEEP))
    await pause.reached.wait()
    load.cancel()
    await asyncio.wait([load])
    await asyncio.wait_for(fake.left.wait(), 5)


async def test_a_model_it_does_not_have_cannot_be_loaded(fake: Fake, ollama: Ollama) -> None:
    fake.replies = {"/api/chat": refused(404, "model 'llama3.1:8b' not found")}
    with pytest.raises(FibelError, match=r"model_missing.*fibel pull llama3\.1:8b"):
        await ollama.load(KEEP)


async def test_a_load_that_finds_no_room_says_so(fake: Fake, ollama: Ollama) -> None:
    fake.replies = {"/api/chat": refused(500, CUDA)}
    with pytest.raises(FibelError, match=r"out_of_memory.*cudaMalloc"):
        await ollama.load(KEEP)


async def test_unload_returns_when_the_server_lists_nothing_any_more(fake: Fake, ollama: Ollama) -> None:
    await ollama.load(KEEP)
    fake.lingers = 2
    await ollama.unload()
    assert fake.running == []
    assert fake.lingers == 0
    assert fake.loads()[-1]["keep_alive"] == 0


async def test_a_list_of_what_runs_that_lags_behind_leaves_nothing_loaded_and_nothing_unlearned(
    fake: Fake, ollama: Ollama
) -> None:
    await ollama.load(KEEP)
    known = ollama.need
    fake.replies = {"/api/ps": Reply(200, {"models": []})}
    await ollama.load(KEEP)
    assert ollama.need == known
    await ollama.unload()
    assert fake.loads()[-1]["keep_alive"] == 0
    fake.replies = {}
    assert await ollama.resident() == ()


async def test_unload_asks_every_model_to_leave_whoever_loaded_it(fake: Fake, ollama: Ollama) -> None:
    fake.running = [{"model": name, "size": MIB, "size_vram": MIB} for name in ("gemma3:4b", MODEL)]
    await ollama.unload()
    assert {body["model"] for body in fake.loads()} == {"gemma3:4b", MODEL}


async def test_a_model_that_somebody_else_keeps_busy_is_named(
    fake: Fake, ollama: Ollama, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "UNLOAD", 0.2)
    await ollama.load(KEEP)
    fake.lingers = 1_000
    with pytest.raises(FibelError, match=r"vram_not_released.*llama3\.1:8b"):
        await ollama.unload()


async def test_a_model_deleted_meanwhile_leaves_when_it_leaves(fake: Fake, ollama: Ollama) -> None:
    await ollama.load(KEEP)
    fake.replies = {"/api/chat": refused(404, "model 'llama3.1:8b' not found")}
    unloading = asyncio.create_task(ollama.unload())
    while not any(body["keep_alive"] == 0 for body in fake.loads()):
        await asyncio.sleep(0.01)
    fake.running = []
    await unloading
