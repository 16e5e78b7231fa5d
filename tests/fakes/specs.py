"""The platforms' own specifications as judges, read from beside the project."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

FOLDER = Path(
    os.environ.get("PASSERELLE_SPECS") or Path(__file__).parents[3] / "shared" / "specs"
)  # fmt: skip


needs_specs = pytest.mark.skipif(
    not FOLDER.exists(),
    reason=f"{FOLDER} is not here: Twilio's specifications judge the bodies",
)


@cache
def load(name: str) -> Any:
    """A specification."""
    return _strict(json.loads((FOLDER / name).read_text(encoding="utf-8")))


def _strict(node: Any) -> Any:
    """OpenAPI 3.0's `nullable`, as JSON Schema says it."""
    if isinstance(node, list):
        return [_strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _strict(value) for key, value in node.items()}
    if made.pop("nullable", False) is True and isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    return made


@cache
def _validator(spec: str, pointer: str) -> Draft202012Validator:
    whole = load(spec)
    node = whole
    for step in pointer.split(" "):
        node = node[step]
    return Draft202012Validator({"components": whole["components"], **node})


def _judge(spec: str, pointer: str, body: object) -> None:
    """By the specification, where it is there; the limits below hold everywhere."""
    if not FOLDER.exists():
        return
    wrong = [each.message for each in _validator(spec, pointer).iter_errors(body)]
    assert wrong == [], f"{spec} {pointer}: {wrong}"


def judge_message(form: Mapping[str, object]) -> None:
    """A body of Messages create: the spec's types, and no field that it doesn't know."""
    path = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
    pointer = f"paths {path} post requestBody content application/x-www-form-urlencoded schema"
    _judge("twilio_api_v2010.json", pointer, dict(form))
    if not FOLDER.exists():
        return
    known = load("twilio_api_v2010.json")["paths"][path]["post"]["requestBody"]["content"]
    fields = known["application/x-www-form-urlencoded"]["schema"]["properties"]
    assert set(form) <= set(fields), set(form) - set(fields)


def judge_content(content: Mapping[str, Any]) -> None:
    """A body of Content create, with the limits of the content types beside the spec."""
    _judge("twilio_content_v1.json", "components schemas ContentCreateRequest", content)
    for kind, part in content["types"].items():
        assert 0 < len(part["body"]) <= 1024, kind
        match kind:
            case "twilio/quick-reply":
                assert 1 <= len(part["actions"]) <= 10
            case "twilio/list-picker":
                assert 1 <= len(part["items"]) <= 10
                assert len(part["button"]) <= 20


def judge_approval(approval: Mapping[str, Any]) -> None:
    """A body of an approval request; names are Meta's: small letters, digits, underscores."""
    _judge("twilio_content_v1.json", "components schemas ContentApprovalRequest", approval)
    assert re.fullmatch(r"[a-z0-9_]{1,512}", approval["name"])
    assert approval["category"] in {"UTILITY", "MARKETING", "AUTHENTICATION"}


def judge_variables(content: Mapping[str, Any], variables: Mapping[str, str]) -> dict[str, Any]:
    """The content with its variables filled in; every one of them given, none too long or empty."""
    whole = json.dumps(content["types"], ensure_ascii=False)
    wanted = set(re.findall(r"\{\{(\w+)\}\}", whole))
    assert wanted == set(variables), wanted ^ set(variables)
    assert len(variables) <= 100
    for value in variables.values():
        assert 0 < len(value) <= 255  # new lines are refused in approved templates alone
    filled: dict[str, Any] = _filled(content["types"], variables)
    _judge_shown(filled)
    return filled


def _filled(node: Any, variables: Mapping[str, str]) -> Any:
    if isinstance(node, str):
        return re.sub(r"\{\{(\w+)\}\}", lambda found: variables[found[1]], node)
    if isinstance(node, list):
        return [_filled(each, variables) for each in node]
    if isinstance(node, dict):
        return {key: _filled(value, variables) for key, value in node.items()}
    return node


def _judge_shown(types: Mapping[str, Any]) -> None:
    """What the person sees keeps to WhatsApp's limits (Twilio docs of the two types)."""
    for action in types.get("twilio/quick-reply", {}).get("actions", ()):
        assert len(action["title"]) <= 20, action
        assert len(action["id"]) <= 200
    for item in types.get("twilio/list-picker", {}).get("items", ()):
        assert len(item["item"]) <= 24, item
        assert len(item.get("description", "")) <= 72, item
        assert len(item["id"]) <= 200
