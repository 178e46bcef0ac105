"""What an author relies on: every part of a recipe reaches its node, and a foreign graph is judged fairly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book.model import Recipe
from engine.errors import FibelError
from engine.family import Family
from engine.illustrator.checking import check, check_file
from engine.illustrator.graph import read_graph_file
from engine.illustrator.nodes import NodeClass, ObjectInfo, read_object_info
from engine.illustrator.roles import REQUIRED, Place, Purpose, Role
from engine.illustrator.tracing import trace
from engine.illustrator.workflow import Workflow, packages

from .conftest import DATA

OBJECT_INFO = read_object_info((DATA / "object_info.json").read_bytes())
assert OBJECT_INFO is not None
FOREIGN_NODES: ObjectInfo = {
    # what ComfyUI_IPAdapter_plus adds
    name: NodeClass.model_validate({"input": {"required": {key: ["*"] for key in inputs.split()}}})
    for name, inputs in {
        "IPAdapterModelLoader": "ipadapter_file",
        "PrepImageForClipVision": "image interpolation crop_position sharpening",
        "IPAdapterAdvanced": "model ipadapter image weight weight_type combine_embeds start_at end_at embeds_scaling",
    }.items()
}
ALWAYS = REQUIRED[Purpose.PAINT] | {Role.NEGATIVE}
FOREIGN = sorted((DATA / "workflows").glob("*.json"))
TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("\"\\%${}\n'é"), max_size=200)


def recipe(**changes: object) -> Recipe:
    values: dict[str, object] = {
        "workflow": "sd15_txt2img",
        "checkpoint": "a.safetensors",
        "positive": "fox",
        "negative": "blurry",
        "seed": 2**64 - 1,
        "sampler": "euler",
        "scheduler": "normal",
        "steps": 12,
        "cfg": 4.5,
        "width": 384,
        "height": 576,
    }
    return Recipe.model_validate(values | changes)


def test_the_shipped_workflows_suit_a_real_server() -> None:
    assert "sd15_txt2img" in Workflow.names()
    for name in Workflow.names():
        workflow = Workflow.load(name)
        report = check(workflow.graph, {**OBJECT_INFO, **FOREIGN_NODES}, workflow.manifest)
        assert report.ok, report.lines()
        assert set(workflow.roles) >= REQUIRED[workflow.manifest.purpose]


def test_the_shipped_workflow_holds_what_its_preset_says() -> None:
    graph = Workflow.load("sd15_txt2img").graph
    sampler, latent = graph["3"].inputs, graph["5"].inputs
    assert (sampler["sampler_name"], sampler["scheduler"]) == ("dpmpp_2m", "karras")
    assert (sampler["steps"], sampler["cfg"]) == (28, 7.5)
    assert (latent["width"], latent["height"]) == (512, 768)


def test_every_part_of_a_recipe_reaches_its_node() -> None:
    graph: dict[str, Any] = dict(Workflow.load("sd15_txt2img").inject(recipe(), prefix="fibel/p001"))
    inputs = {node_id: node["inputs"] for node_id, node in graph.items()}
    assert inputs["4"]["ckpt_name"] == "a.safetensors"
    assert (inputs["6"]["text"], inputs["7"]["text"]) == ("fox", "blurry")
    assert (inputs["5"]["width"], inputs["5"]["height"]) == (384, 576)
    assert (inputs["3"]["seed"], inputs["3"]["steps"], inputs["3"]["cfg"]) == (2**64 - 1, 12, 4.5)
    assert (inputs["3"]["sampler_name"], inputs["3"]["scheduler"]) == ("euler", "normal")
    assert inputs["9"]["filename_prefix"] == "fibel/p001"


@given(positive=TEXTS, negative=TEXTS)
def test_any_text_arrives_unharmed_and_leaves_the_workflow_alone(positive: str, negative: str) -> None:
    workflow = Workflow.load("sd15_txt2img")
    before = workflow.inject(recipe(), prefix="x")
    wished = recipe(positive=positive, negative=negative)
    sent: dict[str, Any] = json.loads(json.dumps(workflow.inject(wished, prefix="x")))
    assert sent["6"]["inputs"]["text"] == wished.positive
    assert sent["7"]["inputs"]["text"] == wished.negative
    assert {k: v for k, v in sent.items() if k not in "67"} == {k: v for k, v in before.items() if k not in "67"}
    assert workflow.inject(recipe(), prefix="x") == before


def test_what_was_sent_can_be_changed_without_changing_the_workflow() -> None:
    workflow = Workflow.load("sd15_txt2img")
    sent: dict[str, Any] = dict(workflow.inject(recipe(), prefix="x"))
    sent["3"]["inputs"]["model"][0] = "99"
    assert workflow.graph["3"].link("model") == "4"


@pytest.mark.parametrize("name", ["nope", "../sd15_txt2img", "", "/etc/passwd"])
def test_an_unknown_name_is_no_path(name: str) -> None:
    with pytest.raises(FibelError, match=r"workflow_unknown.*sd15_txt2img"):
        Workflow.load(name)


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_the_roles_of_foreign_graphs_are_found_by_their_links(file: Path) -> None:
    graph = read_graph_file(file)
    roles = trace(graph).roles
    titles = {role: graph[place.node].meta.title for role, place in roles.items()}
    expected = {
        Role.CHECKPOINT: "unet" if file.stem == "flux" else "checkpoint",
        Role.POSITIVE: "positive",
        Role.NEGATIVE: "negative",
        Role.SEED: "sampler",
        Role.WIDTH: "exact" if file.stem == "upscale_esrgan" else "latent",
        Role.OUTPUT: "output",
    }
    assert all(titles[role] == title for role, title in expected.items() if role in titles)
    missing = {
        "flux": {Role.NEGATIVE},
        "sd15_inpaint": {Role.WIDTH, Role.HEIGHT},
        "upscale_esrgan": ALWAYS - {Role.WIDTH, Role.HEIGHT, Role.OUTPUT},
    }
    assert ALWAYS - set(roles) == missing.get(file.stem, set())
    purposes = {"sd15_ipadapter": "likeness", "sd15_inpaint": "retouch", "upscale_esrgan": "upscale"}
    assert check(graph).purpose == purposes.get(file.stem, "paint")


@pytest.mark.parametrize("name", Workflow.names())
def test_the_shipped_manifests_say_what_the_links_say(name: str) -> None:
    workflow = Workflow.load(name)
    traced = trace(workflow.graph)
    assert traced.roles == workflow.roles
    assert traced.also == workflow.manifest.also
    assert traced.candidates == {}


def test_one_text_for_both_prompts_is_no_text_for_either(tmp_path: Path) -> None:
    graph = json.loads((DATA / "workflows" / "sdxl_txt2img.json").read_text())
    graph["3"]["inputs"]["negative"] = ["6", 0]
    file = tmp_path / "same.json"
    file.write_text(json.dumps(graph))
    report = check_file(file)
    assert set(report.candidates) == {Role.POSITIVE, Role.NEGATIVE}
    assert not report.ok


def two_ways(tmp_path: Path, **titles: str) -> Path:
    """Return a graph that paints two pictures side by side, its nodes titled as told."""
    graph = json.loads((DATA / "workflows" / "sdxl_txt2img.json").read_text())
    second = {"3": "103", "6": "106", "8": "108", "9": "109"}
    for old, new in second.items():
        node = json.loads(json.dumps(graph[old]))
        node["_meta"]["title"] = f"second {node['_meta']['title']}"
        for name, value in node["inputs"].items():
            if isinstance(value, list) and value[0] in second:
                node["inputs"][name] = [second[value[0]], value[1]]
        graph[new] = node
    for node in graph.values():
        node["_meta"]["title"] = f"a {node['_meta']['title']}"
    for role, node_id in titles.items():
        graph[node_id]["_meta"]["title"] = role
    file = tmp_path / "two.json"
    file.write_text(json.dumps(graph))
    return file


def test_what_could_be_meant_in_two_ways_is_told_with_its_candidates(tmp_path: Path) -> None:
    report = check_file(two_ways(tmp_path))
    assert not report.ok
    assert report.candidates[Role.POSITIVE] == (Place(node="6", input="text"), Place(node="106", input="text"))
    assert {Role.OUTPUT, Role.SEED, Role.STEPS} <= set(report.candidates)
    assert Role.CHECKPOINT in report.roles
    (line,) = [line for line in report.lines() if line.startswith("positive")]
    assert "node 6 (CLIPTextEncode" in line
    assert "node 106 (CLIPTextEncode" in line
    assert 'give the right node the title "positive"' in line


def test_a_title_settles_what_could_be_meant_in_two_ways(tmp_path: Path) -> None:
    report = check_file(two_ways(tmp_path, positive="106", output="109"))
    assert report.roles[Role.POSITIVE] == Place(node="106", input="text")
    assert report.roles[Role.OUTPUT] == Place(node="109", input="filename_prefix")


def test_an_authors_folder_lies_over_the_shipped_one(tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_bytes((DATA / "workflows" / "sdxl_txt2img.json").read_bytes())
    assert "mine" in Workflow.names([tmp_path])
    workflow = Workflow.load("mine", [tmp_path])
    assert workflow.roles[Role.SEED] == Place(node="3", input="seed")
    assert Workflow.find(Purpose.PAINT, Family.SDXL, [tmp_path]).name == "sdxl_txt2img"
    graph = json.loads(mine.read_text())
    graph["8"]["class_type"] = "VAEDecodeTiled"
    (tmp_path / "sd15_txt2img.json").write_text(json.dumps(graph))
    assert Workflow.load("sd15_txt2img", [tmp_path]).decodes_in_tiles
    assert not Workflow.load("sd15_txt2img").decodes_in_tiles
    (tmp_path / "broken.json").write_text('{"nodes": [], "links": []}')
    with pytest.raises(FibelError, match="workflow_editor_format"):
        Workflow.load("broken", [tmp_path])


def test_a_check_names_what_the_server_lacks() -> None:
    report = check_file(DATA / "workflows" / "sd15_ipadapter.json", OBJECT_INFO)
    assert not report.ok
    assert "IPAdapterAdvanced" in report.unknown_nodes
    assert "The server has no node IPAdapterAdvanced." in report.lines()
    told = check_file(DATA / "workflows" / "sd15_ipadapter.json", OBJECT_INFO, packages()).lines()
    assert "The server has no node IPAdapterAdvanced. Install ComfyUI_IPAdapter_plus there." in told


def test_a_check_names_missing_inputs_loose_links_and_unknown_values(tmp_path: Path) -> None:
    graph = json.loads((DATA / "workflows" / "sd15_lcm.json").read_text())
    del graph["3"]["inputs"]["denoise"]
    graph["8"]["inputs"]["vae"] = ["99", 2]
    file = tmp_path / "broken.json"
    file.write_text(json.dumps(graph))
    report = check_file(file, OBJECT_INFO)
    said = "\n".join(report.problems)
    assert "Node 3 (KSampler): the input denoise is missing." in said
    assert "Node 8 (VAEDecode): vae is linked to node 99, which is not there." in said
    assert "lora_name is 'lcm', which the server does not have." in said
    assert not report.ok


def test_a_check_uses_the_manifest_beside_the_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_bytes((DATA / "workflows" / "sdxl_txt2img.json").read_bytes())
    file.with_suffix(".yaml").write_text('label: mine\nroles:\n  seed: {node: "3", input: sead}\n')
    report = check_file(file)
    assert report.roles == {Role.SEED: Place(node="3", input="sead")}
    assert report.problems == ("The manifest points at 3.sead, which the graph does not have.",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{}", "no node"),
        ("[1]", "should be an object"),
        ("{", "JSON"),
        ('{"1": {"inputs": {}}}', "class_type"),
        ('{"1": {"class_type": "X", "inputs": 7}}', "inputs"),
    ],
)
def test_what_is_no_graph_is_refused_with_its_reason(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(content)
    with pytest.raises(FibelError, match=f"(?s)workflow_invalid.*{said}"):
        check_file(file)
    with pytest.raises(FibelError, match="workflow_invalid"):
        check_file(tmp_path / "not there.json")


def test_a_graph_in_the_editors_format_is_refused_with_how_to_export_it(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"nodes": [], "links": [], "version": 0.4}')
    with pytest.raises(FibelError, match="workflow_editor_format") as caught:
        check_file(file)
    assert "Export (API)" in caught.value.hint


@given(
    st.dictionaries(
        st.sampled_from("12345"),
        st.fixed_dictionaries(
            {
                "class_type": st.sampled_from(["KSampler", "VAEDecode", "X"]),
                "inputs": st.dictionaries(
                    st.sampled_from(["positive", "negative", "latent_image", "text", "filename_prefix", "model"]),
                    st.one_of(st.text(max_size=3), st.tuples(st.sampled_from("123456"), st.integers(0, 2)).map(list)),
                ),
            }
        ),
        min_size=1,
    )
)
def test_no_graph_however_knotted_stops_the_check(tmp_path_factory: pytest.TempPathFactory, graph: object) -> None:
    file = tmp_path_factory.getbasetemp() / "knot.json"
    file.write_text(json.dumps(graph))
    assert check_file(file, OBJECT_INFO).lines()
