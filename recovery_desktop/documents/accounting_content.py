"""What an accounting of disclosures prints, as plain frozen values."""

from dataclasses import dataclass

from recovery_desktop.documents.headed import Headed


@dataclass(frozen=True)
class Disclosed:
    """One document that went to somebody outside."""

    date: str
    recipient: str
    address: str = ""
    what: str = ""
    content: str = ""  # what the document held
    purpose: str = ""
    basis: str = ""
    basis_detail: str = ""
    release: str = ""  # of which day
    told_by: str = ""
    handed_over: str = ""  # "PDF file"


@dataclass(frozen=True)
class Accounting(Headed):
    """Everything an accounting prints."""

    period: str = ""
    entries: tuple[Disclosed, ...] = ()
    said: str = ""  # a sentence on how many there are
