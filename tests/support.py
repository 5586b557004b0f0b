"""What tests of several subjects share."""

import os
import sys

import pytest


def need(condition: object, why: str) -> None:
    """Skips the test where the machine cannot do it; on Linux, where CI has root and every tool, it fails there."""
    if condition:
        return
    if os.environ.get("CI") == "true" and sys.platform == "linux":
        pytest.fail(f"cannot run here: {why}")
    pytest.skip(why)
