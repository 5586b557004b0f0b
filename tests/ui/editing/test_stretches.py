"""Work in stretches fits itself to what a piece costs."""

from recovery_desktop_ui.editing.stretches import Stretch


def test_a_stretch_grows_as_far_as_it_may_and_shrinks_at_once() -> None:
    stretch = Stretch(10, most=40)
    assert stretch.pieces == 10
    stretch.fit(0.005)
    assert stretch.pieces == 40
    stretch.fit(0.12)  # four times what is allowed
    assert stretch.pieces == 10
    stretch.fit(5)
    assert stretch.pieces == 1  # and never none


def test_it_measures_itself() -> None:
    stretch = Stretch(10, most=40)
    with stretch.measured():
        pass
    assert stretch.pieces == 40
