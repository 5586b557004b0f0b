"""The JSON Schema of a client file, made from the records' own description."""

from typing import Any

from recovery_desktop.exchange.form import FORMAT, SHARED_LISTS, VERSION
from recovery_desktop.records.base import Record
from recovery_desktop.records.client import Client
from recovery_desktop.records.tree import below, links_of, owned_by

_TEXT = {"type": "string", "minLength": 1}
_SIGNED = {
    "title": "What a signed version froze",
    "type": "object",
    "properties": {
        "episode": {"type": "integer", "minimum": 0},
        "number": {"type": "integer", "minimum": 1},
        **dict.fromkeys(("signed_at", "author", "content_hash", "pdf_hash"), _TEXT),
        **{name: {**_TEXT, "contentEncoding": "base64"} for name in ("content", "pdf")},
    },
    "required": ["episode", "number", "signed_at", "author", "content", "pdf", "content_hash", "pdf_hash"],
    "additionalProperties": False,
}


def client_file_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the current version of the client file."""
    models = [*SHARED_LISTS.values(), *below(Client)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Recovery Desktop client file",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            **{name: {"type": "array", "items": _place(model)} for name, model in SHARED_LISTS.items()},
            "client": _place(Client),
            "signed": {"type": "array", "items": _SIGNED},
        },
        "required": ["format", "version", "client"],
        "additionalProperties": False,
        "$defs": {model._meta.table_name: _row(model) for model in models},
    }


def _place(model: type[Record]) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{model._meta.table_name}"}


def _row(model: type[Record]) -> dict[str, Any]:
    properties: dict[str, Any] = {"id": {"type": "string", "minLength": 1, "maxLength": 100}}
    properties |= {name: field.json_schema() for name, field in model.described().items()}
    for name, ref in model.refs().items():
        properties[name] = {
            "type": "string",
            "title": str(ref.verbose_name),
            "x-points-at": ref.rel_model._meta.table_name,
        }
    for link in links_of(model):
        far = link.target().rel_model._meta.table_name
        properties[link.owner().listed_as] = {"type": "array", "items": {"type": "string"}, "x-points-at": far}
    for owner, child in owned_by(model):
        properties[owner.listed_as] = _place(child) if owner.only_one else {"type": "array", "items": _place(child)}
    required = [name for name, field in model.described().items() if field.required]
    return {
        "title": str(model.title),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
