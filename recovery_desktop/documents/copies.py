"""Other forms of a finished archive file: with a file attached (PDF/A-3a), and encrypted (AES-256, no archive file)."""

import hashlib
import io
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_PART = re.compile(rb"<pdfaid:part>\d</pdfaid:part>")
_FORM = re.compile(_PART.pattern + rb"<pdfaid:conformance>A</pdfaid:conformance>")
_LONGEST_PASSWORD = 127  # bytes in UTF-8: a reader looks at no more


@dataclass(frozen=True)
class Attached:
    """A file that goes within a document."""

    name: str
    content: bytes
    kind: str  # as in "application/json"
    description: str
    made: datetime  # with a time zone


def with_file(pdf: bytes, attached: Attached) -> bytes:
    """The archive file with another file in it, as PDF/A-3a: the data that the document was made of.

    The same document and file give the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        stream = opened.make_stream(attached.content)
        stream.Type, stream.Subtype = Name.EmbeddedFile, Name("/" + attached.kind)
        stream.Params = Dictionary(
            Size=len(attached.content),
            ModDate=String(_stamp(attached.made)),
            CheckSum=String(hashlib.md5(attached.content, usedforsecurity=False).digest()),
        )
        file = opened.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(attached.name),
                UF=String(attached.name),
                Desc=String(attached.description),
                AFRelationship=Name.Source,
                EF=Dictionary(F=stream, UF=stream),
            )
        )
        opened.Root.AF = Array([file])
        opened.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(attached.name), file])))
        _say_in_xmp(opened, _PART, b"<pdfaid:part>3</pdfaid:part>")
        return _saved(opened, deterministic_id=True)


def encrypted(pdf: bytes, password: str) -> bytes:
    """A copy that opens with the password alone: AES-256, revision 6 of the standard handler.

    It does not call itself an archive file any more. Raises ValueError for a password that is empty or that readers
    would cut: `desk.passwords` says so in words before it comes to that.
    """
    if not is_usable(password):
        raise ValueError("no password, or one that is too long")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        _say_in_xmp(opened, _FORM, b"")
        # an owner's password of its own, that nobody knows: with an empty one every reader could lift the protection
        locked = pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(32), R=6, aes=True, metadata=True)
        return _saved(opened, encryption=locked)


def is_usable(password: str) -> bool:
    """Whether a password protects anything, and all of it counts."""
    return 0 < len(password.strip().encode()) <= len(password.encode()) <= _LONGEST_PASSWORD


def _saved(opened: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    opened.save(out, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate, **how)  # type: ignore[arg-type]
    return out.getvalue()


def _say_in_xmp(opened: pikepdf.Pdf, said: re.Pattern[bytes], instead: bytes) -> None:
    packet, found = said.subn(instead, opened.Root.Metadata.read_bytes())
    if not found:
        raise ValueError("the file does not say which archive form it has")
    opened.Root.Metadata.write(packet)


def _stamp(moment: datetime) -> str:
    return moment.strftime("D:%Y%m%d%H%M%S") + moment.strftime("%z")[:3] + "'" + moment.strftime("%z")[3:5] + "'"
