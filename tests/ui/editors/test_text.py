"""Long text: grows, lets Tab go on, takes plain text alone."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.text import TextEditor, WordsEditor
from recovery_desktop_ui.parts.tokens import font

from recovery_desktop.records.fields import Text, Words
from tests.ui.editors.placing import Page, problem_of, settle, shown

Key = Qt.Key
SENTENCE = "It kept me awake after closing, and then it was every Saturday. "


def area_of(page: Page) -> QPlainTextEdit:
    area = page.editor.target()
    assert isinstance(area, QPlainTextEdit)
    return area


def test_tab_leaves_and_both_ways(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    page.press("one", Key.Key_Return, "two", Key.Key_Tab)
    assert page.after.hasFocus()
    assert page.editor.value() == "one\ntwo"
    assert page.told == [*["edited"] * 7, "left"]
    page.press(Key.Key_Backtab)
    assert page.has_focus()
    page.press(Key.Key_Backtab)
    assert page.before.hasFocus()


def test_filling_tells_nobody_and_an_echo_leaves_the_cursor(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    page.editor.put("a b\nand\u00a0more")
    assert page.editor.value() == "a b\nand\u00a0more"
    area_of(page).moveCursor(QTextCursor.MoveOperation.End)
    page.editor.put("a b\nand\u00a0more")
    assert area_of(page).textCursor().atEnd()
    assert page.told == []


def test_undo_is_the_fields_own(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    page.editor.put("kept ")
    page.press(Key.Key_End, "more")
    page.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.editor.value() == "kept "
    page.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.editor.value() == "kept "


def test_grows_from_two_lines_to_twelve_and_then_scrolls(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    area, heights = area_of(page), []
    for lines in (0, 2, 3, 12, 13, 400):
        page.editor.put("\n".join("x" * (lines > 0) for _line in range(lines)))
        settle()
        heights.append(area.height())
    least, two, three, twelve, thirteen, many = heights
    line = area.fontMetrics().lineSpacing()
    assert (two, three, twelve) == (least, least + line, least + 10 * line)
    assert thirteen == many == twelve
    assert area.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_grows_when_the_page_gets_narrow(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    page.editor.put(SENTENCE * 3)
    settle()
    wide = area_of(page).height()
    page.resize(220, 500)
    settle()
    assert area_of(page).height() > wide
    assert not area_of(page).verticalScrollBar().isVisible()


def test_stops_at_a_width_that_can_be_read(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    page.resize(1900, 400)
    settle()
    letters = area_of(page).viewport().width() / area_of(page).fontMetrics().averageCharWidth()
    assert 65 < letters < 80
    assert area_of(page).x() == 0


def test_a_long_paste_from_a_word_processor_is_plain_text(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    paragraph, mime = SENTENCE * 8, QMimeData()
    mime.setText("\r\n".join([paragraph] * 200) + "\vand on\0")
    mime.setHtml(f"<html><body>{f'<p class=MsoNormal><b>{paragraph}</b></p>' * 200}</body></html>")
    QApplication.clipboard().setMimeData(mime)
    page.press("v", modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.editor.value() == "\n".join([paragraph] * 200) + "\nand on"
    assert not area_of(page).textCursor().charFormat().font().bold()
    assert page.told == ["edited"]


def test_a_paste_without_plain_text(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    mime = QMimeData()
    mime.setHtml("<p>two <b>words</b></p>")
    QApplication.clipboard().setMimeData(mime)
    page.press("v", modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.editor.value() == "two words"


def test_marks_in_the_text_are_no_edit(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    page.editor.put("a wrod")
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    cursor = QTextCursor(area_of(page).document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeCharFormat(look)
    assert page.told == []


def test_the_wheel_scrolls_the_page_unless_the_text_has_the_focus(qtbot: QtBot) -> None:
    page = shown(qtbot, TextEditor(Text("Notes")))
    page.editor.put("\n" * 40)
    settle()
    area = area_of(page)
    for has_focus in (False, True):
        (area if has_focus else page.before).setFocus()
        turn = QWheelEvent(
            QPointF(20, 20),
            QPointF(area.viewport().mapToGlobal(QPoint(20, 20))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(area.viewport(), turn)
        assert (area.verticalScrollBar().value() > 0) == has_focus


def test_the_clients_words_have_their_voice(qtbot: QtBot) -> None:
    page = shown(qtbot, WordsEditor(Words("In own words")))
    assert area_of(page).font().family() == font("voice").family() != font("body").family()
    page.press("Keep my weekends")
    assert page.editor.value() == "Keep my weekends"


def test_the_fault_is_named_by_the_field(qtbot: QtBot) -> None:
    field = Text("Notes", required=True)
    page = shown(qtbot, TextEditor(field))
    assert problem_of(page.editor) == field.problem("") != ""
    page.press("something")
    assert problem_of(page.editor) == ""
