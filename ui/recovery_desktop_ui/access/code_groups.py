"""The recovery code on the screen: shown in numbered groups, and typed in group by group from the paper."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.parts.labels import labelled
from recovery_desktop_ui.parts.layouts import Flow, col, hold, row
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import font, px

LENGTHS = (4, 4, 4, 4, 4, 4, 4, 4, 6)
"""How many letters and digits each group of a code has; the last one checks the others."""
_BESIDE = 3  # groups in a line


class CodeShown(QWidget):
    """The code to be copied from the screen, each group below its number."""

    def __init__(self, groups: list[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(px(32))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(_BESIDE, 1)
        for place, group in enumerate(groups):
            grid.addWidget(_cell(place + 1, group), *divmod(place, _BESIDE))
        self.setObjectName("code")
        self.setAccessibleName(_("Recovery code: {groups}").format(groups=", ".join(groups)))


def _cell(number: int, group: str) -> QWidget:
    words = text(group)
    words.setFont(code_font("title"))
    return hold(row(text(str(number), "caption", "quiet"), words, None, gap=10))


def code_font(role: str) -> QFont:
    """Wide apart, so that no letter is taken for another."""
    result = QFont(font(role))
    result.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, px(2))
    return result


class GroupField(QLineEdit):
    """One group, typed from the paper."""

    def __init__(self, number: int, length: int) -> None:
        super().__init__()
        self.length = length
        self.setObjectName(f"group_{number}")
        self.setAccessibleName(_("Group {n}").format(n=number))
        self.setFont(code_font("heading"))
        self.setTextMargins(px(4), 0, 0, 0)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("W" * length) + px(28 + 2 * length))
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def typed(self) -> str:
        """The letters and digits that stand here, without spaces and hyphens."""
        return plain(self.text())

    def mark(self, is_wrong: bool) -> None:
        """Shows, and tells a screen reader, whether this group looks wrong."""
        self.setProperty("tone", "care" if is_wrong else None)
        self.setAccessibleDescription(_("Compare this group with the paper.") if is_wrong else "")
        self.update()


def plain(typed: str) -> str:
    """What counts of a typed code: large letters and digits."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


class CodeTyped(QWidget):
    """Nine fields for the whole code. A full group leads on to the next one; a pasted code spreads over all."""

    changed = Signal()
    entered = Signal()  # Enter was pressed

    def __init__(self) -> None:
        super().__init__()
        self.fields = [GroupField(number, length) for number, length in enumerate(LENGTHS, 1)]
        cells = [hold(labelled(str(number), field)) for number, field in enumerate(self.fields, 1)]
        self.setLayout(col(hold(Flow(*cells, gap=10, line=8)), gap=0))
        self.setFocusProxy(self.fields[0])
        for field in self.fields:
            field.installEventFilter(self)
            field.textEdited.connect(lambda _text, field=field: self._lead_on(field))
            field.returnPressed.connect(self.entered)

    def groups(self) -> list[str]:
        """What is typed, group by group."""
        return [field.typed() for field in self.fields]

    def code(self) -> str:
        """What is typed, as a code."""
        return "-".join(self.groups())

    def mark(self, wrong: set[int]) -> None:
        """Marks the groups of these numbers, beginning with 1, as looking wrong, and no others."""
        for number, field in enumerate(self.fields, 1):
            field.mark(number in wrong)

    def marked(self) -> list[int]:
        """The numbers of the groups that look wrong."""
        return [number for number, field in enumerate(self.fields, 1) if field.property("tone")]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        assert isinstance(watched, GroupField)
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._spread(watched, plain(QApplication.clipboard().text()))
        place = self.fields.index(watched)
        if event.key() == Qt.Key.Key_Backspace and not watched.text() and place:
            self.fields[place - 1].setFocus()
            self.fields[place - 1].backspace()
            return True
        return False

    def _lead_on(self, field: GroupField) -> None:
        field.mark(False)
        place = self.fields.index(field)
        if len(field.typed()) > field.length:
            self._spread(field, field.typed())
        elif len(field.typed()) == field.length and place + 1 < len(self.fields):
            self.fields[place + 1].setFocus()
            self.fields[place + 1].selectAll()
        self.changed.emit()

    def _spread(self, start: GroupField, typed: str) -> bool:
        """Fills this and the following groups; True when there was something to fill in."""
        if not typed:
            return False
        for field in self.fields[self.fields.index(start) :]:
            field.setText(typed[: field.length])
            field.mark(False)
            field.setFocus()
            typed = typed[field.length :]
            if not typed:
                break
        self.changed.emit()
        return True
