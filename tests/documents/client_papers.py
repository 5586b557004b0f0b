"""The papers for clients and families with something in every field, to be set in tests."""

from collections.abc import Callable
from datetime import datetime

from recovery_desktop.documents import aftercare_plan, family_copy, my_plan, release
from recovery_desktop.documents.headed import Headed
from recovery_desktop.documents.letters import texts_of
from recovery_desktop.documents.paper import Paper
from tests.documents.made_up import made_up_of

PRINTED = datetime(2026, 10, 14, 9, 5)
PAPERS: dict[type[Headed], Callable[..., bytes]] = {
    my_plan.MyPlan: my_plan.build,
    release.ReleaseForm: release.build,
    aftercare_plan.AftercarePlan: aftercare_plan.build,
    family_copy.FamilyCopy: family_copy.build,
}
KINDS = sorted(PAPERS, key=lambda kind: kind.__name__)


def filled(kind: type[Headed], text: Callable[[str], str], count: int = 1) -> Headed:
    """A paper in which `text` gives every text, by the name of its field, and `count` the length of every list."""
    return made_up_of(kind, text, lambda: count)


def not_printed(paper: Headed) -> set[str]:
    """Of a client these papers say the name and the record's number alone; the words for a logo need a logo; where a
    client says what is wanted, nobody says it instead."""
    client = paper.client
    instead = {one.plain for one in paper.wants} if isinstance(paper, my_plan.MyPlan) else set()
    others = {text for text in texts_of(client) if text not in (client.name, client.record)}
    return others | instead | {paper.practice.logo_alt}


def document(paper: Headed, size: Paper = Paper.LETTER, lang: str = "en-US") -> bytes:
    return PAPERS[type(paper)](paper, size, PRINTED, lang)
