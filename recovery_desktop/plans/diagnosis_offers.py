"""What the record suggests to enter among the diagnoses: factors of daily life, and pairs that nobody looked at."""

from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.diagnoses import ACTIVE, OVER
from recovery_desktop.records.life import Z_CODES


def social_factors(episode: Entry) -> list[tuple[str, str]]:
    """The codes that fit the needs of daily life in the newest assessment and are not recorded: code, and the need."""
    recorded = {row["code"] for row in episode.rows("diagnoses")}
    asked = [found for newest in episode.rows("assessments")[-1:] if (found := newest.one("social_needs_asked"))]
    return [
        (code, needs.field(name).label)
        for needs in asked
        for name, code in Z_CODES.items()
        if needs[name] == "yes" and code not in recorded
    ]


def unpaired(episode: Entry) -> list[tuple[Entry, Entry]]:
    """Each use disorder with each condition of the mind that holds beside it and was not yet looked at together."""
    holding = [row for row in episode.rows("diagnoses") if row["status"] not in OVER]
    uses = [row for row in holding if row["kind"] == "use_disorder"]
    conditions = [row for row in holding if row["kind"] == "mental" and row["status"] in ACTIVE]
    paired = {(_number(row.ref("use_disorder")), _number(row.ref("condition"))) for row in episode.rows("co_occurring")}
    return [(use, other) for use in uses for other in conditions if (use.number, other.number) not in paired]


def _number(entry: Entry | None) -> int:
    return entry.number if entry is not None else 0
