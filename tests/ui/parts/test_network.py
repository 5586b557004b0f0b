"""The picture of a network: everybody has a place of their own, and can be reached and pressed by keys alone."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.charts.network import Network, Place
from recovery_desktop_ui.parts.charts.network_chart import NetworkChart, PersonCard
from recovery_desktop_ui.parts.charts.network_plan import NetworkPlan
from recovery_desktop_ui.parts.charts.table import ChartOrTable
from recovery_desktop_ui.parts.charts.telling import told
from recovery_desktop_ui.parts.charts.tie_lines import draw_tie
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.tokens import px, use_fonts, use_text_size

from tests.ui.parts.gallery import LINES, PLACES, network

LONG = "Bartholomew Featherstonehaugh-Cholmondeley of Millbrook"


@pytest.fixture(params=[1.0, 2.0])
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    use_text_size(request.param)
    use_fonts(qapp)
    yield request.param
    use_text_size(1.0)
    use_fonts(qapp)


def check_plan(plan: NetworkPlan) -> None:
    """All of it inside, no card or word on another, and no line through a card."""
    inside = QRectF(-0.5, -0.5, plan.width + 1, plan.height + 1)
    said = plan.said("Somebody: friend", "ink")
    rects = [plan.middle, *plan.cards.values(), *(each.rect for each in (*plan.labels, *said))]
    assert len(plan.cards) == len(plan.network.people) == len(plan.ties)
    assert all(inside.contains(rect) for rect in rects)
    for one, other in itertools.combinations(rects, 2):
        assert not one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other)
    for line in (*plan.bars, *(tie.line for tie in plan.ties)):
        for rect in (plan.middle, *plan.cards.values()):
            assert not crosses(line, rect.adjusted(1, 1, -1, -1))


def crosses(line: QLineF, rect: QRectF) -> bool:
    """Whether an upright or level line goes through a place."""
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-0.1, -0.1, 0.1, 0.1).intersects(rect)


@pytest.mark.parametrize("places", [(), ("siblings",), ("parents", "siblings", "outside", "outside"), PLACES * 3])
def test_everybody_has_room(qapp: QApplication, text_size: float, places: tuple[Place, ...]) -> None:
    for width in range(px(300), 1400, 97):
        check_plan(NetworkPlan(network(*places), width))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PLACES), max_size=24), st.integers(320, 1400))
def test_any_family_has_room(qapp: QApplication, places: list[Place], width: int) -> None:
    check_plan(NetworkPlan(network(*places), width))


def test_generations_stand_above_beside_and_below(qapp: QApplication) -> None:
    plan = NetworkPlan(network(*PLACES), 1000)
    grandparent, parent, partner, sibling, child, friend = (plan.cards[i] for i in range(6))
    assert grandparent.bottom() < parent.top() < parent.bottom() < plan.middle.top()
    assert partner.right() < plan.middle.left() < plan.middle.right() < sibling.left()
    assert plan.middle.bottom() < child.top() < child.bottom() < friend.top()
    assert plan.divider is not None
    assert child.bottom() < plan.divider.y1() < friend.top()
    assert NetworkPlan(network("parents"), 1000).divider is None


def test_a_person_s_own_tie_ends_at_their_card(qapp: QApplication) -> None:
    plan = NetworkPlan(network(*PLACES), 1000)
    for tie, person in zip(plan.ties, (2, 3, 1, 0, 4, 5), strict=True):
        touching = plan.cards[person].adjusted(-1, -1, 1, 1)
        assert touching.contains(tie.line.p2())
        assert tie.kind == LINES[person % 5]


def test_each_kind_of_line_is_seen_without_colour(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    shapes = set()
    for kind in LINES:
        image = QImage(80, 30, QImage.Format.Format_Mono)
        image.fill(1)
        painter = QPainter(image)
        draw_tie(painter, widget, QLineF(5, 15, 75, 15), kind)
        painter.end()
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == len(LINES)


def shown(chart: NetworkChart) -> list[PersonCard]:
    return [card for card in chart.findChildren(PersonCard) if card.isVisible()]


def opened(qtbot: QtBot, telling: Network) -> tuple[QWidget, ChartOrTable, NetworkChart]:
    chart = NetworkChart(telling)
    both = ChartOrTable(chart)
    page = hold(col(both.switch, both, None))
    page.resize(900, 700)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, both, chart


def test_arrows_and_letters_go_from_card_to_card_and_enter_presses(qtbot: QtBot) -> None:
    _page, _both, chart = opened(qtbot, network("parents", "siblings", "outside"))
    cards = shown(chart)
    assert [card.text() for card in cards] == ["Person 0", "Person 1", "Person 2"]
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Right)
    assert cards[1].hasFocus()
    qtbot.keyClick(cards[1], Qt.Key.Key_Down)
    with qtbot.waitSignal(chart.chosen) as pressed:
        qtbot.keyClick(cards[2], Qt.Key.Key_Return)
    assert pressed.args == [2]
    assert [card.focusPolicy() for card in cards].count(Qt.FocusPolicy.StrongFocus) == 1


def test_a_card_says_the_whole_name(qtbot: QtBot) -> None:
    _page, _both, chart = opened(qtbot, network("siblings", name=LONG))
    (card,) = shown(chart)
    assert card.accessibleName() == card.toolTip() == f"{LONG} 0: friend"


def test_what_is_told_is_as_large_as_its_people(qtbot: QtBot) -> None:
    _page, both, chart = opened(qtbot, network("siblings"))
    small = chart.height()
    both.tell(network(*PLACES * 2))
    assert len(shown(chart)) == 12
    assert chart.height() > small
    assert all(chart.rect().contains(card.geometry()) for card in shown(chart))
    both.tell(network())
    assert shown(chart) == []
    assert chart.height() == small


def test_it_tells_sentence_and_values_and_turns_into_its_table(qtbot: QtBot) -> None:
    _page, both, chart = opened(qtbot, network("siblings", "outside"))
    assert chart.accessibleDescription() == told(chart.telling)
    assert chart.accessibleDescription().startswith("2 people.")
    both.switch.click()
    assert both.table.isVisible()
    assert [both.table.item(i, 0).text() for i in range(2)] == ["Person 0", "Person 1"]
    assert shown(chart) == []


@pytest.mark.parametrize("width", [700, 1060])
def test_a_long_name_makes_cards_wider_but_no_line_longer(qapp: QApplication, width: int) -> None:
    for places in (("children",) * 2, ("children",) * 6, PLACES):
        short, long = (NetworkPlan(network(*places, name=name), width) for name in ("Ana", LONG))
        assert long.card.width() >= short.card.width()
        assert long.height == short.height
    assert NetworkPlan(network("children", name=LONG), width).card.width() > NetworkPlan(network(), width).card.width()
