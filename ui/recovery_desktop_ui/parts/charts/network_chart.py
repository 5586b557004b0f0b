"""Draws somebody and the people around them: each person is a card that can be pressed and reached by arrow keys."""

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from recovery_desktop_ui.parts.charts.chart import Chart
from recovery_desktop_ui.parts.charts.network import Network, Person
from recovery_desktop_ui.parts.charts.network_plan import MARK, MARK_GAP, PAD, NetworkPlan
from recovery_desktop_ui.parts.charts.placing import paint_labels
from recovery_desktop_ui.parts.charts.telling import Telling
from recovery_desktop_ui.parts.charts.tie_lines import draw_tie
from recovery_desktop_ui.parts.chips import Chip, Chips
from recovery_desktop_ui.parts.drawing import rounded
from recovery_desktop_ui.parts.icons import draw_icon
from recovery_desktop_ui.parts.layouts import Flow
from recovery_desktop_ui.parts.tokens import colour, font, px

_TURNS = (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class PersonCard(Chip):
    """Name, role and marks of one person."""

    turned = Signal()  # one points at it or went to it, or does not any more

    def __init__(self, group: Chips, chart: Chart) -> None:
        super().__init__("", "", group)
        self.setParent(chart)
        self.setCheckable(False)
        self.person: Person | None = None

    def say(self, person: Person, hint: str) -> None:
        """Shows a person."""
        self.person = person
        self.setText(person.name)  # letters jump to it
        self.setObjectName(f"network.{person.key}")
        self.setAccessibleName(person.said)
        self.setAccessibleDescription(hint)
        self.setToolTip(person.said)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in _TURNS:
            self.turned.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.person is None:
            return
        painter, rect = QPainter(self), self.rect()
        is_cut = self.person.line == "cut"
        touched = self.underMouse()
        rounded(painter, rect, 6, colour(self, "accent_soft" if touched else "paper"))
        pen = QPen(colour(self, "edge"), 1, Qt.PenStyle.DashLine if is_cut else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        room = rect.adjusted(px(PAD), px(4), -px(PAD), -px(4))
        self._paint_words(painter, room, self._paint_marks(painter, room))
        if self.hasFocus():
            rounded(painter, rect, 6, None, colour(self, "accent"), 2)

    def _paint_marks(self, painter: QPainter, room: QRect) -> int:
        """The icons at the right; gives how wide they are."""
        assert self.person is not None
        right, size = room.right(), px(MARK)
        for mark in reversed(self.person.marks):
            right -= size
            draw_icon(painter, QRect(right, room.top() + px(2), size, size), mark, colour(self, "ink"))
            right -= px(MARK_GAP)
        return room.right() - right

    def _paint_words(self, painter: QPainter, room: QRect, marks: int) -> None:
        assert self.person is not None
        for role, tone, words, wide, align in (
            ("strong", "ink", self.person.name, room.width() - marks, Qt.AlignmentFlag.AlignTop),
            ("caption", "quiet", self.person.role, room.width(), Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font(role))
            painter.setPen(colour(self, tone))
            said = QFontMetrics(font(role)).elidedText(words, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(room, align | Qt.AlignmentFlag.AlignLeft, said)


class _Around(Flow):
    """Leaves the cards where they were put; the order of the Tab key finds them in it."""

    def setGeometry(self, rect: QRect) -> None:
        pass

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSize(self) -> QSize:
        return QSize()

    def sizeHint(self) -> QSize:
        return QSize()


class NetworkChart(Chart):
    """As tall as its people need at its width. The Tab key stops once, arrows and letters go from card to card."""

    chosen = Signal(int)  # the key of the person whose card was pressed
    telling: Network

    def __init__(self, network: Network) -> None:
        self._cards: list[PersonCard] = []
        self._group, self._around = Chips(), _Around()
        super().__init__(network)
        self.setLayout(self._around)
        self.setMinimumWidth(px(300))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, telling: Telling) -> None:
        super().tell(telling)
        while len(self._cards) < len(self.telling.people):
            self._cards.append(self._new_card())
            self._around.addWidget(self._cards[-1])
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(self.telling.people))
        self._group.hold(self._cards[: len(self.telling.people)])
        self._place()

    def _new_card(self) -> PersonCard:
        card = PersonCard(self._group, self)
        card.clicked.connect(lambda: self.chosen.emit(card.person.key) if card.person else None)
        card.turned.connect(self.update)
        return card

    def _place(self) -> None:
        """Puts the cards where the people stand, in reading order."""
        self._plan = NetworkPlan(self.telling, max(self.width(), self.minimumWidth()))
        self.setFixedHeight(self._plan.height)
        people = {person.key: person for person in self.telling.people}
        for card, (key, rect) in zip(self._cards, self._plan.cards.items(), strict=False):
            card.say(people[key], self.telling.hint)
            card.setGeometry(rect.toAlignedRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, plan = QPainter(self), self._plan
        at = next((card.person for card in self._cards if card.hasFocus() or card.underMouse()), None)
        said = plan.said(at.said, "ink") if at else plan.said(self.telling.hint, "quiet")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if plan.divider is not None:
            painter.setPen(QPen(colour(self, "line"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(plan.divider)
        painter.setPen(QPen(colour(self, "edge"), 1.2))
        painter.drawLines(plan.bars)
        for tie in plan.ties:
            draw_tie(painter, self, tie.line, tie.kind)
        self._paint_middle(painter, plan.middle)
        self._paint_legend(painter, plan)
        paint_labels(painter, self, [*plan.labels, *said])

    def _paint_middle(self, painter: QPainter, rect: QRectF) -> None:
        rounded(painter, rect, 6, colour(self, "accent"))
        painter.setFont(font("strong"))
        painter.setPen(colour(self, "on_accent"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.telling.middle)

    def _paint_legend(self, painter: QPainter, plan: NetworkPlan) -> None:
        for each in plan.samples:
            if each.line is not None:
                y = each.rect.center().y()
                draw_tie(painter, self, QLineF(each.rect.left(), y, each.rect.right(), y), each.line)
            else:
                draw_icon(painter, each.rect.toAlignedRect(), each.mark, colour(self, "ink"))
