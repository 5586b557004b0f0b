"""Whether a condition of a data file holds for the answers that are there."""

from collections.abc import Mapping

from recovery_desktop.instruments.definitions import Condition


def holds(condition: Condition, points: Mapping[str, int], scales: Mapping[str, float | None]) -> bool:
    """Whether `condition` holds: `points` are what the answered items count, `scales` the scores that there are.

    An unanswered item, and a scale without a score, never make a condition hold.
    """
    if condition.all:
        return all(holds(each, points, scales) for each in condition.all)
    if condition.scale:
        return _scale_holds(condition, scales.get(condition.scale))
    answered = [points[item] for item in condition.items if item in points]
    if condition.sum_at_most is not None:
        return len(answered) == len(condition.items) and sum(answered) <= condition.sum_at_most
    if condition.count is None or condition.at_least is None:
        raise ValueError(f"a condition that says nothing: {condition}")
    return sum(each >= condition.at_least for each in answered) >= condition.count


def _scale_holds(condition: Condition, value: float | None) -> bool:
    if value is None:
        return False
    if condition.at_least is not None and value < condition.at_least:
        return False
    return condition.at_most is None or value <= condition.at_most
