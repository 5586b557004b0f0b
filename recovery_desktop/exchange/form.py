"""The form of a client file: its names, its version, its limits.

A client file is one JSON object. `staff` and `resources` carry the entries of the practice that the client's record
points at; `client` is the record itself, each list under its own name. A row that others point at has an `id`, any
text that no other row of the file has; a pointer is that text, a list of threads is a list of them. What is empty is
left out: absent means "not entered", never "no". `signed` has what each signed version froze: the place of its
episode in the list, the version's number, and record and document in base64, with their hashes.
"""

from recovery_desktop.records.base import Record
from recovery_desktop.records.practice import Resource, Staff

FORMAT = "recovery-desktop-client"
VERSION = 3

MOST_BYTES = 64_000_000
MOST_DEPTH = 32
MOST_PROBLEMS = 200

SHARED_LISTS: dict[str, type[Record]] = {"staff": Staff, "resources": Resource}
