"""The form of a practice's own rule file: its text, and what is wrong in it, by line and reason."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.guidance import Book, rule_book
from recovery_desktop.records.guiding import OwnRules
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.background import Latest
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.layouts import clear, col, hold, row
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text

_EXAMPLE = """[[rules]]
id = "OURS-1"
finding = "Nobody to eat with"
suggestion = "Supper club on Thursdays"
for = "Free, and in the neighborhood"
against = "Ten strangers at one table"
strength = "C"
why = "Who eats together talks."
source = "Our own experience since 2024"
version = 1
when = ['isolated == "yes"']
need = "people"
"""


class OwnRulesForm(QWidget):
    """Name, text, an example to begin with, and below it what cannot be read."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._reading = Latest(self)
        self._found = QVBoxLayout()
        self._found.setSpacing(3)
        self._example = button(_("Begin with an example"), "plain", "pencil", does=self._begin)
        self._example.setObjectName("own_rules.example")
        self.setLayout(
            col(form.field("name"), form.field("rules"), hold(row(self._example, None)), self._found, gap=12)
        )
        form.shown.connect(lambda _row: self._look())
        form.saved.connect(lambda _name: self._look())

    def _look(self) -> None:
        """In another thread: all rules are read with them, because two must not have one id."""
        self._reading.let_go()
        shown = self._form.row
        self._example.setVisible(shown is None or (isinstance(shown, OwnRules) and not shown.rules))
        clear(self._found)
        if isinstance(shown, OwnRules) and shown.rules:
            name, rules = shown.name, shown.rules
            self._reading.run(lambda _task: (name, rule_book(own={name: rules})), self._hear)

    def _hear(self, found: tuple[str, Book]) -> None:
        name, book = found
        clear(self._found)
        for problem in book.problems:
            self._found.addWidget(text(str(problem), "body", "care", wrap=True))
        count = sum(1 for rule in book.rules if rule.own and rule.file == name)
        words = ngettext("{count} rule can be used.", "{count} rules can be used.", count).format(count=count)
        self._found.addWidget(text(words, "body", "quiet"))

    def _begin(self) -> None:
        """In a new one that has no name yet it gets one."""
        keeper = self._form.keeper
        if self._form.row is None and not self._form.rows["name"].editor.typed():
            self._form.rows["name"].put(_("Our rules"))
            self._form.rows["name"].editor.edited.emit()
        if not keeper.flush():
            return
        shown = self._form.row
        if shown is not None:
            keeper.attempt(lambda: keeper.save(shown, rules=_EXAMPLE))
            self._form.refresh()
            self._form.saved.emit("rules")
            self._form.focus("rules")


def own_rules_words(one: OwnRules, book: Book | None) -> RowWords:
    """A file in one line: how many of its rules can be used, and whether something in it cannot be read."""
    if book is None:
        return RowWords(one.name)
    wrong = [problem for problem in book.problems if problem.file == one.name]
    count = sum(1 for rule in book.rules if rule.own and rule.file == one.name)
    words = ngettext("{count} rule", "{count} rules", count).format(count=count)
    if wrong:
        return RowWords(one.name, str(wrong[0]), words, "care", tone="care")
    return RowWords(one.name, "", words, "done" if count else "empty")
