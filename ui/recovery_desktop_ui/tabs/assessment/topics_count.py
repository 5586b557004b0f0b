"""What the topics of a substance come to, in words below them; the diagnosis itself stands on its own tab."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.use_disorders import in_words, is_asked
from recovery_desktop.text import _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.background import Latest
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.texts import text


class TopicsCount(QWidget):
    """Follows the form of a substance and that of its topics; hidden while no topic is asked."""

    def __init__(self, substance: Form, topics: Form) -> None:
        super().__init__()
        self._substance, self._topics = substance, topics
        self._counting = Latest(self)
        self._display = text("", "strong", wrap=True)
        self._display.setObjectName("use_topics.count")
        self._why = text("", "caption", "quiet", wrap=True)
        self.setLayout(col(text(_("By these topics"), "caption", "quiet"), self._display, self._why, gap=3))
        for form in (substance, topics):
            form.shown.connect(lambda _row: self._count())
            form.saved.connect(lambda _name: self._count())
        self.hide()

    def _count(self) -> None:
        """In another thread: the first look at the codes reads all of them."""
        self._counting.let_go()
        substance, topics = self._substance.row, self._topics.row
        if substance is None or topics is None or not is_asked(as_entry(topics)):
            self.hide()
            return
        entries = as_entry(substance), as_entry(topics)
        self._counting.run(lambda _task: in_words(*entries), self._hear)

    def _hear(self, counted: tuple[str, str]) -> None:
        line, why = counted
        self._display.setText(line)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.show()
