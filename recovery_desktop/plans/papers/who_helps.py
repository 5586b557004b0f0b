"""Who helps, with the number to call: the people the client named, the counselor, the care team; each number once."""

from collections.abc import Iterator, Sequence

from recovery_desktop.documents.plan_answers import Contact
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import _


def who_helps(client: Entry, episode: Entry, practice: Entry, named: Sequence[Contact]) -> tuple[Contact, ...]:
    """`named` are the people to call of the relapse-prevention plan, without those who are not to be named."""
    numbers: set[str] = set()
    found = []
    for one in (*named, *_of_the_practice(episode, practice, named), *_of_the_care_team(client)):
        if one.phone not in numbers or not one.phone:
            found.append(one)
            numbers.add(one.phone)
    return tuple(found)


def _of_the_practice(episode: Entry, practice: Entry, named: Sequence[Contact]) -> Iterator[Contact]:
    """The counselor, unless the client named them: “Dana, my counselor”."""
    counselor = episode.ref("counselor")
    if counselor is not None and not any(counselor["name"].split()[0] in one.name.split(",")[0] for one in named):
        yield Contact(counselor["name"], _("my counselor"), counselor["phone"] or practice["phone"])


def _of_the_care_team(client: Entry) -> Iterator[Contact]:
    for row in client.rows("care_team"):
        if row["phone"]:
            yield Contact(row["name"], row["organization"], row["phone"])
