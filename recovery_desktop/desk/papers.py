"""All documents there are: what each is called, its parts with what a release must allow, how it is made and set."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from recovery_desktop.plans.papers import aftercare, family_copy, my_plan, release
from recovery_desktop.plans.papers.occasion import Occasion, Part
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.disclosing import DOCUMENTS
from recovery_desktop.text import _

if TYPE_CHECKING:  # what draws is loaded with the first document
    from recovery_desktop.documents.paper import Paper


@dataclass(frozen=True)
class PaperKind:
    """A kind of document. `content` makes plain values of a client, the practice and the occasion; the module
    `documents.<module>` sets them with its function `build(content, paper, printed_at, lang)`."""

    code: str  # of `records.disclosing.DOCUMENTS`
    module: str
    parts: tuple[Part, ...]
    content: Callable[[Entry, Entry, Occasion], Any]

    @property
    def title(self) -> str:
        """The document's name in the chosen language."""
        return _(DOCUMENTS[self.code])

    def build(self, content: Any, paper: "Paper", printed_at: datetime.datetime, lang: str) -> bytes:
        """The document as an archive file; slow, in any thread."""
        made: bytes = import_module(f"recovery_desktop.documents.{self.module}").build(content, paper, printed_at, lang)
        return made


PAPERS: dict[str, PaperKind] = {
    kind.code: kind
    for kind in (
        PaperKind("my_plan", "my_plan", my_plan.PARTS, my_plan.my_plan),
        PaperKind("family", "family_copy", family_copy.PARTS, family_copy.family_copy),
        PaperKind("release", "release", release.PARTS, release.release),
        PaperKind("aftercare", "aftercare_plan", aftercare.PARTS, aftercare.aftercare_plan),
    )
}
"""By code, in the order in which they are offered. A new document is one new line here."""
