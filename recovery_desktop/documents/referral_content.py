"""What a referral letter prints, as plain frozen values. `plan_content` has the rules of the texts."""

from dataclasses import dataclass

from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.paper import Signature


@dataclass(frozen=True)
class Known:
    """One thing the recipient may need to know."""

    label: str
    text: str


@dataclass(frozen=True)
class ReferralLetter(Headed):
    """Everything a referral letter prints, in the order it prints it."""

    recipient: str = ""
    address: str = ""  # a line each, as on an envelope
    subject: str = ""
    salutation: str = ""
    reason: str = ""
    question: str = ""
    known: tuple[Known, ...] = ()  # within what may be told
    reply: str = ""
    closing: str = ""
    signatures: tuple[Signature, ...] = ()
