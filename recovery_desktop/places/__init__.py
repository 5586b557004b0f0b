"""Where the records may lie on this computer; what a chosen folder has against it stands in `concerns`."""

from pathlib import Path

PROGRAM = "Recovery Desktop"


def default_folder() -> Path:
    """Where the records lie unless the counselor chooses another folder: below the system's place for such data."""
    import platformdirs

    return Path(platformdirs.user_data_dir(PROGRAM, appauthor=False)) / "vault"


def settings_file() -> Path:
    """Where the program keeps its own settings."""
    import platformdirs

    return Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "settings.json"
