"""The picture of family and support network over the list of people: who stands where, and what ties each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.network import HEADS, TIES, Member, network, network_sentence
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Client
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.parts.charts.network import Line, Network, Person
from recovery_desktop_ui.parts.charts.network_chart import NetworkChart
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.charts.telling import Values
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.tab_order import tab_on
from recovery_desktop_ui.parts.texts import heading

_LINES: dict[str, Line] = {
    "supportive": "solid",
    "mixed": "dashed",
    "risky": "zigzag",
    "unknown": "dotted",
    "no_contact": "cut",
}
_USES, _RELEASE = "pill", "file-text"


class NetworkPicture(QWidget):
    """Not to be seen before there is somebody to show."""

    chosen = Signal(int)  # the number of the support person whose card was pressed

    def __init__(self) -> None:
        super().__init__()
        self.chart = NetworkChart(_network(()))
        self.chart.chosen.connect(self.chosen)
        self._both = ChartOrTable(self.chart)
        self._both.switch.setObjectName("page.network_table")
        self.setLayout(col(heading(_("Family and support network"), self._both.switch), self._both, gap=10))

    def show_client(self, client: Client) -> None:
        """Shows the people of a client as the disk has them."""
        members = network(take(client.id), today())
        self._both.tell(_network(members))
        self.setVisible(bool(members))
        tab_on(self._both.switch, self.chart)


def _network(members: tuple[Member, ...]) -> Network:
    """The picture of these people; its legend has what occurs in it."""
    ties = {one.tie for one in members}
    used = [(_USES, _("Uses substances"))] if any(one.uses for one in members) else []
    released = [(_RELEASE, _("Live release"))] if any(one.has_release for one in members) else []
    placed = all(one.is_placed for one in members)
    return Network(
        name=_("Family and support network"),
        middle=_("Client"),
        people=tuple(_person(one) for one in members),
        apart=_("Outside the family") if placed else _("Outside the family, or not placed yet"),
        lines=tuple((_LINES[tie], _(words)) for tie, words in TIES.items() if tie in ties),
        marks=(*used, *released),
        hint=_("Press a card, or Enter on it, to open that person's row."),
        says=network_sentence(members),
        table=Values(tuple(map(_, HEADS)), tuple(one.cells for one in members)),
    )


def _person(one: Member) -> Person:
    marks = (*([_USES] if one.uses else []), *([_RELEASE] if one.has_release else []))
    return Person(one.number, one.name, one.role, one.place, _LINES[one.tie], marks, one.said)
