"""Areas of life on the Overview: the wheel, what the area under the cursor holds, and the needs nobody answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.needs import unanswered
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.plans.whole_person import AreaOfLife, whole_person
from recovery_desktop.records.goals import Need
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.charts.wheel import Area, AreaState, Wheel
from recovery_desktop_ui.parts.charts.wheel_chart import WheelChart
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import heading, text

_STATES: dict[str, AreaState] = {"not_asked": "not asked", "declined": "declined", "not_relevant": "not relevant"}


class AreasOfLife(QWidget):
    """Each area leads to its need without an answer, or to where the client was asked about it."""

    go_to = Signal(object)  # Place

    def __init__(self) -> None:
        super().__init__()
        self._areas: tuple[AreaOfLife, ...] = ()
        self._chart = WheelChart(Wheel(_("Areas of life"), ()))
        self._chart.setObjectName("page.wheel")
        self._wheel = ChartOrTable(self._chart)
        self._wheel.switch.setObjectName("page.wheel_table")
        self._legend = text("", "caption", "quiet", wrap=True)
        self._first = 0  # the number of the need that waits first
        self._waiting = button("", "link", "triangle-alert", tone="care", does=self._open_need)
        self._waiting.setObjectName("page.unanswered")
        head = heading(_("Areas of life"), self._wheel.switch)
        self.setLayout(col(head, self._wheel, self._legend, self._waiting, None))
        self._chart.walked.connect(self._tell_area)
        self._chart.opened.connect(self._open)

    def show_record(self, record: Entry) -> None:
        """Shows the areas of a client's record."""
        self._areas = whole_person(record)
        self._wheel.tell(Wheel(_("Areas of life"), tuple(map(_drawn, self._areas))))
        episode = running_episode(record)
        waiting = unanswered(episode) if episode is not None else ()
        self._first, count = (waiting[0].number if waiting else 0), len(waiting)
        names = ", ".join(area.name for area in self._areas if area.unanswered)
        words = ngettext("{count} need without an answer", "{count} needs without an answer", count)
        self._waiting.setText(": ".join(filter(None, (words.format(count=count), names))))
        self._waiting.setAccessibleName(self._waiting.text())
        self._waiting.setVisible(count > 0)
        self._tell_area(-1)

    def _tell_area(self, at: int) -> None:
        """What stands in an area in words, or how the wheel is read."""
        if at >= 0:
            self._legend.setText(self._chart.telling.areas[at].said)
        else:
            self._legend.setText(_("A dot is a strength, stripes are a need without a plan. Press an area to open it."))

    def _open(self, at: int) -> None:
        entry = self._areas[at].entry
        where_asked = Place("assessment", "area_of_life")
        self.go_to.emit(Place("", "", entry.model, entry.number, self._areas[at].field) if entry else where_asked)

    def _open_need(self) -> None:
        self.go_to.emit(Place("", "", Need, self._first, "status"))


def _drawn(area: AreaOfLife) -> Area:
    state = "care" if area.unanswered else _STATES.get(area.state, "")
    return Area(area.name, area.rating, state, area.strengths, area.needs, area.unanswered)
