"""How many other clients' records say the very same words: sentences that fit everybody belong to nobody."""

from recovery_desktop.records.client import Client
from recovery_desktop.records.goals import Goal, Intervention, Objective

SHORTEST = 24  # letters; shorter texts are alike by chance
_SAME = """
SELECT count(DISTINCT e.client_id) FROM "{table}" t {goal} JOIN "episode" e ON e.id = {episode}
WHERE trim(t."{field}") = ? COLLATE NOCASE AND e.client_id <> ?
"""


def others_with(row: Goal | Objective | Intervention, field: str) -> int:
    """The number of other clients of whose goals, objectives or interventions one has the same words in a field as this
    row; 0 for short texts. Only the number is told, never whose they are. Upper and lower case are the same here.
    """
    words = getattr(row, field).strip()
    if len(words) < SHORTEST:
        return 0
    if isinstance(row, Goal):
        goal, join, episode = row, "", "t.episode_id"
    else:
        goal, join, episode = row.goal, 'JOIN "goal" g ON g.id = t.goal_id', "g.episode_id"
    sql = _SAME.format(table=row._meta.table_name, goal=join, episode=episode, field=field)
    found = Client._meta.database.execute_sql(sql, (words, goal.episode.client_id))
    return int(found.fetchone()[0])
