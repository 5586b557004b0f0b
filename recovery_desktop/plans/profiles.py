"""The rule profiles that there are: those that come with the program, and those of the practice.

The program's stand in `resources/profiles`, each with its sources and the day it was looked at.
"""

from collections.abc import Mapping
from functools import cache

from recovery_desktop.assets import resources
from recovery_desktop.plans.profile import Profile
from recovery_desktop.plans.profile_reading import profile

DEFAULT = "generic"


def shipped_profiles() -> tuple[Profile, ...]:
    """The profiles that come with the program, the default first."""
    return tuple(profile(key, text) for key, text in _shipped().items())


def profile_named(key: str, own: Mapping[str, str]) -> Profile:
    """The profile that a practice goes by: one of its `own`, text by name, or one of the program's; where there is none
    of that name, or none was chosen, the default."""
    if key in own:
        return profile(key, own[key], is_own=True)
    texts = _shipped()
    found = key if key in texts else DEFAULT
    return profile(found, texts[found])


@cache
def _shipped() -> dict[str, str]:
    files = sorted((resources() / "profiles").glob("*.toml"), key=lambda file: (file.stem != DEFAULT, file.stem))
    return {file.stem: file.read_text("utf-8") for file in files}
