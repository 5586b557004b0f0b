"""What somebody asks of the desk: which document, for whom, on what ground."""

from dataclasses import dataclass, field
from typing import Literal

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.disclosing import BASES
from recovery_desktop.records.fields import Choices
from recovery_desktop.text import N_

Way = Literal["record", "client", "release", "emergency", "law"]
WAYS: Choices = {
    "record": N_("The record"),
    "client": N_("The client"),
    "release": N_("Somebody with a release"),
    "emergency": N_("A medical emergency"),
    "law": N_("Another legal basis"),
}
OTHER_BASES: Choices = {code: words for code, words in BASES.items() if code not in ("consent", "client", "emergency")}
BASIS_OF: dict[str, str] = {"client": "client", "release": "consent", "emergency": "emergency"}


@dataclass(frozen=True)
class Request:
    """One document to hand over. `parts` are the keys of those that were picked, None for all that are allowed."""

    document: str
    way: Way = "record"
    version: int = 0  # number of the row of a signed version; 0 for the record as it is now
    parts: frozenset[str] | None = None
    release: Entry | None = None
    recipient: str = ""
    address: str = ""
    purpose: str = ""
    basis: str = ""  # of another legal basis
    detail: str = ""  # the nature of an emergency, the court and its order, the audit
    told_by: str = ""
    with_record: bool = False  # the client file goes along, as far as it may
    lang: str = "en"
    paper: str = "letter"
    about: int = 0  # number of the row that a letter, a review or a release form is about; 0 for the newest
    before: Entry | None = field(default=None, repr=False)

    @property
    def leaves(self) -> bool:
        """Whether it goes to anybody, and is logged as a disclosure."""
        return self.way != "record"

    @property
    def goes_outside(self) -> bool:
        """Whether it goes to somebody other than the client."""
        return self.way not in ("record", "client")

    @property
    def legal_basis(self) -> str:
        """The code of `records.disclosing.BASES` it rests on; empty for the record."""
        return self.basis if self.way == "law" else BASIS_OF.get(self.way, "")
