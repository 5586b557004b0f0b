"""One change on the Plan tab: its kind in a word, the sentence, and the reason, or where to write it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from recovery_desktop.plans.changes import KINDS, Change
from recovery_desktop.plans.phrases import sentence
from recovery_desktop.records.plan import LookedAt, PlanVersion
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.editors.text import TextEditor
from recovery_desktop_ui.parts.icons import Icon
from recovery_desktop_ui.parts.layouts import beside, col, hold, row, rule
from recovery_desktop_ui.parts.texts import text

_GLYPHS = {
    "added": "plus",
    "changed": "pencil",
    "met": "check",
    "paused": "circle-minus",
    "dropped": "x",
    "ended": "flag",
}


class ChangeLine(QWidget):
    """Changes are known by their key, so that a line stays while somebody types in it."""

    def __init__(
        self, keeper: Keeper, at: int, change: Change, version: PlanVersion, go_to: Callable[[Place], object]
    ) -> None:
        super().__init__()
        self.form: Form | None = None
        self.says: object = None  # known by the page, to leave a line as it is while it says the same
        name = f"change{at}"
        said = [text(change.sentence, "body", wrap=True)]
        said[0].setObjectName(f"{name}.says")
        below: list[QWidget] = list(said)
        if change.says_why or not change.asks_why:
            if change.why:
                below.append(text(_("Why: {reason}").format(reason=sentence(change.why)), "body", "quiet", wrap=True))
        else:
            below.append(self._editor(keeper, name, change, version))
        kind = hold(row(Icon(_GLYPHS[change.kind], "accent"), text(_(KINDS[change.kind]), "strong"), None, gap=6))
        words = hold(col(kind, *below, gap=4))
        if change.is_gone:
            self.setLayout(col(words, rule(), gap=12))
            return
        place = Place(model=change.entry.model, number=change.entry.number)
        opens = button(
            _("Open"), "link", name=_("Open: {what}").format(what=change.sentence), does=lambda: go_to(place)
        )
        opens.setObjectName(f"{name}.open")
        self.setLayout(col(beside(words, hold(col(opens, None, gap=0))), rule(), gap=12))

    def _editor(self, keeper: Keeper, name: str, change: Change, version: PlanVersion) -> QWidget:
        """The first words make the row in which the reason stands."""
        self.form = Form(keeper, LookedAt, name=name)
        field = self.form.field("reason", label=_("Why"), editor=TextEditor(LookedAt.reason, fewest=1))
        field.editor.target().setAccessibleName(_("Why: {change}").format(change=change.sentence))
        self._version, self._key = version, change.key
        self.form.show(self._written(), version, what=change.key)
        return field

    def _written(self) -> LookedAt | None:
        of_change = (LookedAt.version == self._version) & (LookedAt.what == self._key)
        found: LookedAt | None = LookedAt.get_or_none(of_change)
        return found

    def follow(self) -> None:
        """A reason that an undo took away or brought back; what somebody is typing stays."""
        written = self._written() if self.form is not None else None
        if self.form is not None and written != self.form.row:
            self.form.show(written, self._version, what=self._key)
