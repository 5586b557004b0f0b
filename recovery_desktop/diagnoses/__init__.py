"""Diagnoses: which code a use disorder has and how it follows, and all codes of the ICD-10-CM release that ships.

Nothing is stored here, and nothing is decided: a licensed clinician diagnoses.
"""

from recovery_desktop.diagnoses.codes import Entry, code_set, lookup
from recovery_desktop.diagnoses.release import ReleaseNote, code_problem, release_note
from recovery_desktop.diagnoses.search import search
from recovery_desktop.diagnoses.use_disorder import TOPICS, UseDisorder, code_for

__all__ = [
    "TOPICS",
    "Entry",
    "ReleaseNote",
    "UseDisorder",
    "code_for",
    "code_problem",
    "code_set",
    "lookup",
    "release_note",
    "search",
]
