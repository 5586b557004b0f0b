"""Chips that filter: the one that is pressed has a check, and all keep the room for theirs."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.filter_chips import ALL, FilterChips
from recovery_desktop_ui.parts.tokens import font, px

WORDS = {ALL: "3 need something", "late": "2 overdue", "soon": "1 due"}
CHECK = 22  # pixels of a check with the gap behind it


@pytest.mark.parametrize("looked_at_first", [False, True])
def test_no_chip_moves_and_no_word_is_cut_whichever_is_pressed(qtbot: QtBot, looked_at_first: bool) -> None:
    chips = FilterChips("Show", "filter")
    qtbot.addWidget(chips)
    chips.resize(800, 60)
    if looked_at_first:
        chips.show()
    chips.show_words(WORDS)
    chips.show()
    QApplication.processEvents()
    places = {key: chip.geometry() for key, chip in chips._chips.items()}
    for key in ("late", "soon", ALL):
        chips._chips[key].click()
        QApplication.processEvents()
        assert {each: chip.geometry() for each, chip in chips._chips.items()} == places
    face = QFontMetrics(font("caption"))
    for key, place in places.items():
        assert place.width() >= face.horizontalAdvance(WORDS[key]) + px(CHECK)
