"""The numbers by which a plan's needs, goals, objectives and actions are called on paper and on screen."""

from recovery_desktop.plans.snapshot import Entry


class Numbering:
    """N1, N2 … for needs; G1, G2 … for goals; O1.1 … and A1.1 … below goal 1, in the counselor's order."""

    def __init__(self, episode: Entry) -> None:
        self._numbers: dict[int, str] = {}
        for n, need in enumerate(episode.rows("needs"), 1):
            self._numbers[id(need)] = f"N{n}"
        for g, goal in enumerate(episode.rows("goals"), 1):
            self._numbers[id(goal)] = f"G{g}"
            for name, letter in (("objectives", "O"), ("interventions", "A")):
                for n, row in enumerate(goal.rows(name), 1):
                    self._numbers[id(row)] = f"{letter}{g}.{n}"

    def of(self, entry: Entry) -> str:
        """The number of one entry."""
        return self._numbers[id(entry)]

    def all(self, entries: list[Entry]) -> tuple[str, ...]:
        """The numbers of several entries in the plan's order; those that have none are left out."""
        order = list(self._numbers)
        known = sorted((id(one) for one in entries if id(one) in self._numbers), key=order.index)
        return tuple(self._numbers[one] for one in dict.fromkeys(known))
