"""What every document is told besides its content: the paper, the practice, and how far the record has come."""

from dataclasses import dataclass
from enum import Enum


class Paper(Enum):
    """A paper size as (width, height) in points of 1/72 inch."""

    LETTER = (612.0, 792.0)
    A4 = (595.28, 841.89)

    @property
    def width(self) -> float:
        return self.value[0]

    @property
    def height(self) -> float:
        return self.value[1]


@dataclass(frozen=True)
class Letterhead:
    """The practice as it stands at the top of page 1."""

    name: str
    address: str = ""
    phone: str = ""
    license: str = ""
    logo_png: bytes = b""  # any picture Pillow can read; left out when it cannot be read
    logo_alt: str = ""  # what the logo shows, for a screen reader; the practice's name when empty


@dataclass(frozen=True)
class Signature:
    """A place to sign, signed or not."""

    role: str
    name: str
    credential: str = ""  # with license number
    signed: str = ""  # date and manner: "17 September 2026, agreed aloud by telehealth"; empty leaves a line to sign on
    picture: bytes = b""  # the written signature, any picture Pillow can read
    not_signed: str = ""  # "declined to sign" with the reason


def document_file_name(record: str, document: str, version: int, date: str, ending: str = "pdf") -> str:
    """The suggested name of an exported file, such as `RD-000123_plan_v3_2026-09-24.pdf`: never with a client's name.

    `document` is a short untranslated word ("plan"), `date` an ISO date. `version` 0 leaves the version out.
    Characters that a file system may refuse become hyphens.
    """
    parts = [record, document, f"v{version}" if version else "", date]
    plain = ("".join(c if c.isalnum() or c in "-." else "-" for c in part).strip("-.") for part in parts)
    return "_".join(part for part in plain if part) + f".{ending}"
