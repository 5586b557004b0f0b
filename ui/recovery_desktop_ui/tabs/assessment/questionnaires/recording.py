"""Recording what the answers of a questionnaire come to, beside the answers."""

from collections.abc import Iterable
from typing import Any

from recovery_desktop.plans.answered import recorded, score_of
from recovery_desktop.records.assessment import Administration, RecordedScore
from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient


def record_scores(keeper: Keeper, row: Administration) -> None:
    """Puts what the answers come to in place of the scores that were recorded; one step to undo."""
    found = score_of(row.instrument, row.responses, sex=sex_of(row), substance=row.substance)
    rows = recorded(found) if found is not None else []
    with keeper.history.group(_("score a questionnaire")):
        for old in scores_of(row):
            keeper.history.remove(old)
        for values in rows:
            keeper.add(RecordedScore, row, **values)


def scores_of(row: Administration) -> list[RecordedScore]:
    """The scores as they were recorded, in their order."""
    return list(RecordedScore.select().where(RecordedScore.administration == row).order_by(RecordedScore.position))


def sex_of(row: Administration) -> str:
    """The client's sex, for the few cuts that differ by it."""
    sex: str = row.episode.client.sex
    return sex


def scores_by_row(opened: OpenClient | None) -> dict[int, list[RecordedScore]]:
    """All recorded scores of the episode by the number of their administration, each list in its order."""
    found: dict[int, list[RecordedScore]] = {}
    if opened is not None and opened.episode is not None:
        of_episode = RecordedScore.select().join(Administration).where(Administration.episode == opened.episode)
        rows: Iterable[Any] = of_episode.order_by(RecordedScore.position, RecordedScore.id)
        for each in rows:
            found.setdefault(each.administration_id, []).append(each)
    return found
