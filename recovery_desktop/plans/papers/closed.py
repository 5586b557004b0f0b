"""People with whom contact is closed, and how they are known where a record says only a name or a telephone number."""

import re
from dataclasses import dataclass

from recovery_desktop.plans.joint_sessions import closed_people
from recovery_desktop.plans.plan_people import is_no_contact
from recovery_desktop.plans.snapshot import Entry

_LEAST_DIGITS = 7  # of a telephone number that stands for somebody


@dataclass(frozen=True)
class Closed:
    """Their numbers in the record, the words of each name, and the digits of their telephone numbers."""

    numbers: frozenset[int] = frozenset()
    names: frozenset[frozenset[str]] = frozenset()
    phones: frozenset[str] = frozenset()

    def __or__(self, other: "Closed") -> "Closed":
        return Closed(self.numbers | other.numbers, self.names | other.names, self.phones | other.phones)

    def has(self, person: Entry | None) -> bool:
        """Whether somebody of the record is one of them."""
        return person is not None and (person.number in self.numbers or is_no_contact(person))

    def is_named(self, name: str, phone: str) -> bool:
        """Whether a name, in full or in part, or a telephone number is that of one of them."""
        words = _words(name)
        same_name = bool(words) and any(words <= other or other <= words for other in self.names)
        return same_name or _digits(phone) in self.phones


NOBODY = Closed()


def closed_in(client: Entry, also: frozenset[int] = frozenset()) -> Closed:
    """Those with whom contact is closed by this record, and those whose number was closed `also`, by a later one."""
    people = client.rows("support_people")
    numbers = closed_people(client) | also | {person.number for person in people if is_no_contact(person)}
    those = [person for person in people if person.number in numbers]
    names = frozenset(words for person in those if (words := _words(person["name"])))
    phones = frozenset(digits for person in those if (digits := _digits(person["phone"])))
    return Closed(numbers, names, phones)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{2,}", name.casefold()))


def _digits(phone: str) -> str:
    """A telephone number without its country's code; empty where it is too short to be one."""
    digits = re.sub(r"\D", "", phone)
    return digits[-10:] if len(digits) >= _LEAST_DIGITS else ""
