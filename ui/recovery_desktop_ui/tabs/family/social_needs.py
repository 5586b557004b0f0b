"""The social needs in one small table: each area asked about, whether there is a need, and how large it is."""

from collections import defaultdict

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.records.base import Record
from recovery_desktop.records.family import SOCIAL_DOMAINS, SocialNeed
from recovery_desktop.text import _
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.note_below import SharedNote
from recovery_desktop_ui.parts.editors.base import Editor
from recovery_desktop_ui.parts.editors.text import TextEditor
from recovery_desktop_ui.parts.layouts import Columns, col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import font, is_large, px

_AMOUNT, _CODE = 148, 96  # widths of columns; the others are as wide as their words


class SocialNeeds(QWidget):
    """A line for each area, whether it was asked about or not; the first answer makes the row."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._lines: dict[tuple[str, int], NeedLine] = {}  # by area, and which of its needs it is
        self._below = QVBoxLayout()
        self._below.setSpacing(px(6))
        self._below.setContentsMargins(0, 0, 0, 0)
        for domain in SOCIAL_DOMAINS:
            self._line(domain, 0)
        first = next(iter(self._lines.values()))
        self.setLayout(self._below if is_large() else col(_heads(first.status_width), self._below, gap=4))
        tab_in_reading_order(self)

    def show_rows(self, episode: Record) -> None:
        """Shows the needs of an episode; an area with several has a line for each."""
        needs: dict[str, list[SocialNeed]] = defaultdict(list)
        for need in SocialNeed.select().where(SocialNeed.episode == episode).order_by(SocialNeed.position):
            needs[need.domain].append(need)
        for domain in SOCIAL_DOMAINS:
            for place, one in enumerate(needs[domain] or [None]):
                line = self._line(domain, place)
                line.form.show(one, episode, domain=domain)
                line.show()
        for (domain, place), line in self._lines.items():
            if place >= max(1, len(needs[domain])):
                line.hide()

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        """Puts the cursor into a field of a need; False when it is not here."""
        return any(line.form.reveal(model, number, field) for line in self._lines.values() if not line.isHidden())

    def _line(self, domain: str, place: int) -> "NeedLine":
        line = self._lines.get((domain, place))
        if line is None:
            line = self._lines[domain, place] = NeedLine(self._keeper, domain, place)
            before = self._lines.get((domain, place - 1))
            self._below.insertWidget(self._below.indexOf(before) + 1 if before else -1, line)
            if before:
                tab_in_reading_order(self)
        return line


class NeedLine(QWidget):
    """One social need on one line."""

    def __init__(self, keeper: Keeper, domain: str, place: int) -> None:
        super().__init__()
        self.status_width = 0
        self.form = Form(keeper, SocialNeed, name=f"social_need.{domain}{place or ''}")
        area = _(SOCIAL_DOMAINS[domain])
        status, amount, code = (self._field(name, area) for name in ("status", "amount", "code"))
        detail = self._field("detail", area, editor=TextEditor(SocialNeed.detail, fewest=1))
        if is_large():
            fields = Columns(status, detail, amount, code, least=240, gap=16)
            self.setLayout(col(text(area, "strong"), fields, gap=6, pad=(0, 0, 0, 10)))
            return
        head = text(area)
        head.setFixedWidth(_widest_area())
        self.status_width = status.sizeHint().width()
        for field, wide in ((status, self.status_width), (amount, px(_AMOUNT)), (code, px(_CODE))):
            field.setFixedWidth(wide)
        line = row(head, status, detail, amount, code, gap=12)
        self.setLayout(col(line, SharedNote(status, detail, amount, code), gap=2))

    def _field(self, name: str, area: str, editor: Editor | None = None) -> FieldRow:
        label = SocialNeed.described()[name].label
        return self.form.field(name, label=f"{area}: {label}", bare=not is_large(), editor=editor)


def _heads(status_width: int) -> QWidget:
    """The words over the columns."""
    detail = text(SocialNeed.detail.label, "caption", "quiet")
    line = row(gap=12)
    for name, wide in (("domain", _widest_area()), ("status", status_width)):
        line.addWidget(_head(name, wide))
    line.addWidget(detail, 1)
    for name, wide in (("amount", px(_AMOUNT)), ("code", px(_CODE))):
        line.addWidget(_head(name, wide))
    return hold(line)


def _head(name: str, wide: int) -> QWidget:
    words = text(SocialNeed.described()[name].label, "caption", "quiet")
    words.setFixedWidth(wide)
    return words


def _widest_area() -> int:
    face = QFontMetrics(font("body"))
    return max(face.horizontalAdvance(_(words)) for words in SOCIAL_DOMAINS.values()) + px(8)
