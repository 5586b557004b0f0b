"""The window of Recovery Desktop: all of Qt lives here, and nothing of it anywhere else."""

from recovery_desktop_ui.plain_imports import use_plain_imports

use_plain_imports()
