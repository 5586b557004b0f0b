"""The steps by which the tables of a vault came to be what they are; the last one is today's shape.

A step names tables and columns and never imports a record: records go on changing, a step does not. A test compares
what the steps build with what the records describe, so a changed record without its step does not pass.
"""

import unicodedata

from recovery_desktop.assets import resources
from recovery_desktop.vault import Connection, Step

FINAL = "what was signed or handed over cannot be changed"
"""What the triggers of the ninth step say when they refuse something."""


def _foundation(connection: Connection) -> None:
    _run_file(connection, "0001_foundation.sql")


def _run_file(connection: Connection, name: str) -> None:
    """Runs the statements of a file, each of which ends its line with a semicolon."""
    for statement in (resources() / "schema" / name).read_text("utf-8").split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _caseload_search(connection: Connection) -> None:
    """Clients are found by any part of their names whatever the accents, by record number and by birth date."""
    connection.execute("ALTER TABLE client ADD COLUMN search_key TEXT NOT NULL DEFAULT ''")
    columns = "preferred_name, legal_given, legal_middle, legal_family, record_number, coalesce(birth_date, '')"
    for number, *words in connection.execute(f"SELECT id, {columns} FROM client").fetchall():
        letters = unicodedata.normalize("NFKD", " ".join(words).casefold())
        key = " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
        connection.execute("UPDATE client SET search_key = ? WHERE id = ?", (key, number))


def _declined(connection: Connection) -> None:
    """A person declines a test or a session; "refused" was the word until then."""
    connection.execute("UPDATE test_result SET result = 'declined' WHERE result = 'refused'")
    connection.execute("UPDATE family_session SET status = 'declined' WHERE status = 'refused'")


def _window(connection: Connection) -> None:
    """What the window needs: when it locks, where backups went, the counselor's own words."""
    connection.execute("ALTER TABLE practice ADD COLUMN idle_minutes INTEGER")
    connection.execute("ALTER TABLE practice ADD COLUMN backup_folder TEXT NOT NULL DEFAULT ''")
    columns = "id INTEGER NOT NULL PRIMARY KEY, position INTEGER NOT NULL, word TEXT NOT NULL"
    connection.execute(f"CREATE TABLE own_word ({columns}) STRICT")
    connection.execute("CREATE UNIQUE INDEX own_word_word ON own_word (word)")


_SECTIONS = (
    *("substance_use", "physical_health", "psychiatric_history", "trauma_safety", "cognition_learning"),
    *("family_dynamics", "social_support", "living_conditions", "work_school", "money_legal", "stressors"),
    *("readiness", "culture_meaning", "preferences", "hopes"),
)
_LISTS = ("area_of_life", "substance", "use_topics", "health_concern", "relative", "strength")
_MIND = (
    *("little_sleep", "high_mood", "racing_thoughts", "risky_acts"),
    *("voices", "watched", "messages", "confused"),
)
_DAILY_LIFE = (
    *("no_home", "home_at_risk", "food", "bills", "transport", "income", "debt", "insurance", "no_work"),
    *("work_hours", "work_strain", "legal", "alone", "left_out", "school", "reading", "caring"),
)


def _interview(connection: Connection) -> None:
    """What is asked in the assessment beyond the first version, what a later one carries over, and when a
    questionnaire is due again."""
    for table in (*_SECTIONS, *_LISTS):
        _add_text(connection, table, "review")
    for column in _MIND:
        _add_text(connection, "psychiatric_history", column)
    _add_text(connection, "cognition_learning", "language")
    _add_text(connection, "administration", "substance")
    own = '"id" INTEGER NOT NULL PRIMARY KEY, "position" INTEGER NOT NULL'
    section = ("review", "state", "answered_by", "own_words", "strengths_seen", *_DAILY_LIFE)
    texts = ", ".join(f'"{column}" TEXT NOT NULL' for column in section)
    owner = '"assessment_id" INTEGER NOT NULL, FOREIGN KEY ("assessment_id") REFERENCES "assessment" ("id")'
    connection.execute(
        f'CREATE TABLE "social_needs" ({own}, "asked_on" TEXT, {texts}, {owner} ON DELETE CASCADE) STRICT'
    )
    connection.execute('CREATE UNIQUE INDEX "social_needs_assessment_id" ON "social_needs" ("assessment_id")')
    dates = '"instrument" TEXT NOT NULL, "every_days" INTEGER, "first_on" TEXT, "until_on" TEXT'
    owner = '"episode_id" INTEGER NOT NULL, FOREIGN KEY ("episode_id") REFERENCES "episode" ("id")'
    connection.execute(f'CREATE TABLE "scheduled_instrument" ({own}, {dates}, {owner} ON DELETE CASCADE) STRICT')
    connection.execute('CREATE INDEX "scheduled_instrument_episode_id" ON "scheduled_instrument" ("episode_id")')


def _use_disorders(connection: Connection) -> None:
    """What the code of a use disorder depends on beside the topics."""
    _add_text(connection, "substance", "product")
    connection.execute("ALTER TABLE use_topics ADD COLUMN months_since INTEGER")
    for column in ("withdrawal_kind", "maintenance_therapy", "controlled_environment"):
        _add_text(connection, "use_topics", column)


def _guidance_of_a_practice(connection: Connection) -> None:
    """What a client wants instead, why a service changed, whether home is safe tonight; the practice's own services
    and rules."""
    for table, column in (("service", "alternative"), ("service", "change_reason"), ("trauma_safety", "safe_tonight")):
        _add_text(connection, table, column)
    own = '"id" INTEGER NOT NULL PRIMARY KEY, "position" INTEGER NOT NULL'
    for table, columns in _OWN_TABLES.items():
        connection.execute(f'CREATE TABLE "{table}" ({own}, {columns}) STRICT')
    for table, column in (("own_rules", "name"), ("switched_off", "rule"), ("own_threshold", "name")):
        connection.execute(f'CREATE UNIQUE INDEX "{table}_{column}" ON "{table}" ("{column}")')


_LIBRARY = ("name", "stands_for", "modality", "description", "takes", "usual", "formats", "places", "provider", "rules")
_OWN_TABLES = {
    "library_service": ", ".join(f'"{column}" TEXT NOT NULL' for column in _LIBRARY),
    "own_rules": '"name" TEXT NOT NULL, "rules" TEXT NOT NULL',
    "switched_off": '"rule" TEXT NOT NULL, "reason" TEXT NOT NULL, "since" TEXT',
    "own_threshold": '"name" TEXT NOT NULL, "value" REAL',
}


def _golden_thread(connection: Connection) -> None:
    """What was set aside; where a person stands in the network and whether the client is afraid of them; the drug
    tests that measure an objective; what became of a goal, entry by entry."""
    own = '"id" INTEGER NOT NULL PRIMARY KEY, "position" INTEGER NOT NULL'
    texts = '"what" TEXT NOT NULL, "reason" TEXT NOT NULL, "set_aside_on" TEXT, "until" TEXT'
    owner = '"episode_id" INTEGER NOT NULL, FOREIGN KEY ("episode_id") REFERENCES "episode" ("id")'
    connection.execute(f'CREATE TABLE "set_aside" ({own}, {texts}, {owner} ON DELETE CASCADE) STRICT')
    connection.execute('CREATE INDEX "set_aside_episode_id" ON "set_aside" ("episode_id")')
    for table, column in (
        *(("support_person", "relation"), ("support_person", "feels_unsafe")),
        *(("objective", "tests_for"), ("progress", "goal_status")),
    ):
        _add_text(connection, table, column)


def _signing(connection: Connection) -> None:
    """Signatures, frozen versions, reviews, the log of disclosures, rule profiles; triggers that keep what is final."""
    _run_file(connection, "0009_signing.sql")


def _add_text(connection: Connection, table: str, column: str) -> None:
    connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


SCHEMA: tuple[Step, ...] = (
    Step(1, "foundation", _foundation),
    Step(2, "caseload search", _caseload_search),
    Step(3, "declined, not refused", _declined),
    Step(4, "settings and words of the window", _window),
    Step(5, "interview, carried answers, schedule of questionnaires", _interview),
    Step(6, "remission, withdrawal and product of a use disorder", _use_disorders),
    Step(7, "a practice's own services and rules", _guidance_of_a_practice),
    Step(8, "set aside, network, tests as a measure, history of a goal", _golden_thread),
    Step(9, "signed versions, reviews, disclosures", _signing),
)
