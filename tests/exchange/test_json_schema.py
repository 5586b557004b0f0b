"""The printed JSON Schema says the same as the program: what one takes, the other takes."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from recovery_desktop.exchange.reading import BadClientFile, read_client_file
from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.exchange.schema import client_file_schema
from tests.exchange.test_bad_files import GOOD, changed
from tests.whole_clients import client_files

VALIDATOR = jsonschema.Draft202012Validator(client_file_schema())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(client_file_schema())
    VALIDATOR.validate(GOOD)


@pytest.mark.parametrize("file", sample_client_files(), ids=lambda file: file.stem)
def test_sample_clients_fit_the_schema(file: Any) -> None:
    VALIDATOR.validate(json.loads(file.read_bytes()))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(plain=client_files())
def test_what_the_program_takes_fits_the_schema(plain: dict[str, Any]) -> None:
    read_client_file(json.dumps(plain).encode())
    VALIDATOR.validate(plain)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("client/sex", "sometimes"),
        ("client/favourite_color", "red"),
        ("client/episodes/0/goals/0/importance", 11),
        ("client/episodes/0/goals/0/domains", ["physical", "physical"]),
        ("client/episodes/0/intake_at", "25:00"),
        ("client/legal_family", None),
        ("client/legal_family", " "),
        ("client/sex", ""),
        ("client/birth_date", None),
        ("client/episodes/0/goals/0/importance", None),
        ("client/episodes/0/goals/0/domains", []),
    ],
)
def test_what_the_schema_refuses_the_program_refuses(path: str, value: Any) -> None:
    content = changed(path, value)
    assert not VALIDATOR.is_valid(json.loads(content))
    with pytest.raises(BadClientFile):
        read_client_file(content)
