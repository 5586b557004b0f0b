"""What could help this client and why: a line each, best supported and best fitting first; the client decides.

Nothing private is said here: somebody may look at the screen beside the client.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.guidance import Fired, Guidance, HeldBack, Missing
from recovery_desktop.guidance.rules import Source
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.therapies import EVIDENCE
from recovery_desktop.text import N_, _
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import OpenSheet
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.row_head import RowHead, RowWords
from recovery_desktop_ui.parts.texts import heading, text

_MOST_QUESTIONS = 6
_CHOICES = (
    ("accepted", N_("Accept"), "check"),
    ("deferred", N_("Later"), "calendar"),
    ("declined", N_("Decline"), "x"),
)


class Suggested(QWidget):
    """The list; one line opens at a time. `decided` tells what the client decided on which."""

    decided = Signal(object, str)  # Fired, the code of the decision
    laid_out = Signal()  # lines came or went: the page's order for the Tab key is to be set anew

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._open = ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = text(
            _("Nothing more is suggested by what is known. The more is asked, the more can be found."), wrap=True
        )
        self._asks = text("", "body", "quiet", wrap=True)
        self._asks.setObjectName("suggested.ask")
        self.setLayout(col(heading(_("Suggested for this client")), self._none, self._rows, self._asks, gap=6))

    def show_guidance(self, found: Guidance, decided: frozenset[str]) -> None:
        """Shows what fired, but for the rules on which something is decided; nothing is built anew without need."""
        suggestions = [one for one in found.suggestions if one.id not in decided]
        shown = (suggestions, found.cautions, found.held_back, found.missing)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        self._add("", suggestions)
        self._add(_("To be careful with"), found.cautions)
        # of what is held back for a private reason the gate above speaks, without words
        self._add_held_back([one for one in found.held_back if not one.why.private])
        self._none.setVisible(not suggestions)
        self._say_missing(found.missing)
        self.laid_out.emit()

    def _add(self, title: str, fired: Sequence[Fired]) -> None:
        if title and fired:
            self._rows.addWidget(hold(col(8, text(title, "strong", "quiet"))))
        for one in fired:
            words = RowWords(one.suggestion, joined(one.found_for_sharing), _(EVIDENCE[one.strength]))
            self._line(one.id, words, partial(self._details, one, bool(title)))

    def _add_held_back(self, held: Sequence[HeldBack]) -> None:
        if held:
            self._rows.addWidget(hold(col(8, text(_("Held back, and why"), "strong", "quiet"))))
        for one in held:
            words = RowWords(one.rule.suggestion, one.why.text, dim=True)
            self._line(f"{one.rule.id}.held", words, partial(self._held, one))

    def _line(self, key: str, words: RowWords, details: "partial[QWidget]") -> None:
        head = RowHead()
        head.setObjectName(f"suggested.{key}")
        head.say(words, False)
        place = hold(col(head, gap=0))
        head.clicked.connect(lambda: self._toggle(head, words, place, details))
        self._rows.addWidget(place)

    def _toggle(self, head: RowHead, words: RowWords, place: QWidget, details: "partial[QWidget]") -> None:
        layout = place.layout()
        assert isinstance(layout, QVBoxLayout)
        is_open = layout.count() > 1
        head.say(words, not is_open)
        if is_open:
            sheet = layout.takeAt(1)
            widget = sheet.widget() if sheet is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        else:
            layout.addWidget(details())
        self.laid_out.emit()
        head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _details(self, one: Fired, is_caution: bool) -> QWidget:
        lines = [text(words, role, tone, wrap=True) for words, role, tone in _said(one)]
        buttons = [] if is_caution else [hold(Flow(*(self._choice(one, *each) for each in _CHOICES)))]
        return OpenSheet(col(*lines, *buttons, gap=8, pad=(34, 4, 16, 14)))

    def _choice(self, one: Fired, code: str, words: str, glyph: str) -> QWidget:
        look = "primary" if code == "accepted" else "plain"
        made = button(_(words), look, glyph, name=f"{_(words)}: {one.suggestion}")
        made.setObjectName(f"suggested.{one.id}.{code}")
        made.clicked.connect(lambda: self.decided.emit(one, code))
        return made

    def _held(self, one: HeldBack) -> QWidget:
        because = joined(fact.words for fact in one.because if not fact.private)
        lines = [text(words, "body", wrap=True) for words in (one.why.text, because) if words]
        return OpenSheet(col(*lines, gap=8, pad=(34, 4, 16, 14)))

    def _say_missing(self, missing: Sequence[Missing]) -> None:
        asks = [one.asks for one in missing if not one.private][:_MOST_QUESTIONS]
        self._asks.setText(_("Worth asking: {questions}").format(questions=" · ".join(asks)) if asks else "")
        self._asks.setVisible(bool(asks))


def _said(one: Fired) -> list[tuple[str, str, str]]:
    """What speaks for and against it, each with its type role and tone."""
    lines = [
        (_("Found: {found}").format(found=joined(one.found_for_sharing, "; ")), "body", "ink"),
        (one.why, "body", "ink"),
    ]
    if one.fits:
        lines.append(
            (_("Fits: {wishes}").format(wishes=joined((fact.words for fact in one.fits), "; ")), "body", "accent")
        )
    lines += [(_("For: {words}").format(words=one.pro), "body", "quiet")] if one.pro else []
    lines += [(_("Against: {words}").format(words=one.contra), "body", "quiet")] if one.contra else []
    lines += [(note.text, "body", "care") for note in one.notes if not note.private]
    lines += [
        (_("Ask: {question}").format(question=each.asks), "body", "care") for each in one.missing if not each.private
    ]
    support = _("{rule} · {strength} support · {sources}")
    sources = "; ".join(_source(each) for each in one.sources)
    lines.append((support.format(rule=one.id, strength=_(EVIDENCE[one.strength]), sources=sources), "caption", "quiet"))
    return lines


def _source(source: Source) -> str:
    return source.cite if source.checked else _("{source} (source not re-read yet)").format(source=source.cite)
