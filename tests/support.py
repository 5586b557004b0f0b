"""What tests of several subjects share."""

import os

import pytest


def need(condition: object, why: str) -> None:
    """Skips the test where the machine cannot do it; where CI promises that it can, the test fails instead."""
    if condition:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"cannot run here: {why}")
    pytest.skip(why)
