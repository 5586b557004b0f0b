"""A line for each threshold of the rules: what it says, the program's number and the practice's own."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recovery_desktop.figures import figure
from recovery_desktop.guidance.triggers import triggers
from recovery_desktop.records.fields import Number
from recovery_desktop.records.guiding import OwnThreshold
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.editors.figure import NumberEditor
from recovery_desktop_ui.parts.layouts import hold, no_wider
from recovery_desktop_ui.parts.opening_list import Block, Line, OpeningList
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import px


class ThresholdLines(OpeningList):
    """An empty number means the program's."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__("threshold", may_leave=keeper.flush)
        self._keeper = keeper

    def show_names(self, names: Sequence[str]) -> None:
        """Shows these thresholds as the practice has them."""
        own = {row.name: row for row in OwnThreshold.select()}
        of_ours = [
            name for name in names if name in triggers().most
        ]  # the published ones stand with their questionnaire
        self.show_blocks([Block("", tuple(self._line(name, own.get(name)) for name in of_ours))])

    def _line(self, name: str, own: OwnThreshold | None) -> Line:
        table = triggers()
        ours, theirs = own.value if own is not None else None, figure(table.numbers[name])
        is_own = ours is not None
        right = _("{ours} (program: {theirs})").format(ours=figure(ours), theirs=theirs) if is_own else theirs
        words = RowWords(table.labels[name], "", right, tone="accent" if is_own else "quiet")
        return Line(name, words, lambda: self._details(name, own), (name,))  # the form makes the row while one types

    def _details(self, name: str, own: OwnThreshold | None) -> list[QWidget]:
        form = Form(self._keeper, OwnThreshold, name="own_threshold")
        bounded = Number(_("Our own number"), low=0, high=triggers().most[name])
        field = form.field("value", label=_("Our own number"), editor=NumberEditor(bounded))
        form.show(own, None, **({} if own is not None else {"name": name}))
        theirs = _(
            "The program uses {number}: a default of its own, no published cut-off. Empty the field to go back to it."
        )
        said = text(theirs.format(number=figure(triggers().numbers[name])), "body", "quiet", wrap=True)
        return [said, hold(no_wider(field, px(240)))]
