"""The audit chain: who did what and when, each row sealed together with the one before it."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from recovery_desktop.text import _
from recovery_desktop.vault.canonical import canonical, fingerprint
from recovery_desktop.vault.clock import Clock, Moment, step_between
from recovery_desktop.vault.own_tables import audit_key, remember, remembered

CLOCK_TURNED = "clock-turned"
RESTORE, SALVAGE = "restore", "salvage"
_GAPS = "audit-gaps"
_COLUMNS = "seq, utc, utc_offset, zone, steady, user, action, object, before, after, mac"
_INSERT = f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LAST = "SELECT seq, mac, utc FROM audit ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True)
class Head:
    """The end of the chain. Kept outside the vault, it shows later whether the chain was cut or replaced."""

    seq: int
    mac: bytes

    @property
    def short(self) -> str:
        """Eight characters for the foot of a printed page."""
        return self.mac.hex()[:8]


class Audit:
    """The chain of one open vault. Rows can only be added, inside the transaction of what they tell of."""

    def __init__(self, connection: Callable[[], Any], user: str, clock: Clock) -> None:
        """`connection` gives the open database connection, `user` the name of the professional.

        Raises VaultForeign where the vault has no audit key.
        """
        self._connection = connection
        self._key = audit_key(connection())
        self._user = user
        self._clock = clock
        self._last: Moment | None = None
        self.turned = False  # whether the clock was found turned since this opening

    def append(self, action: str, object_name: str, before: Any = None, after: Any = None) -> int:
        """Adds one row with the hashes of `before` and `after` (JSON values or bytes) and returns its number.

        To be called inside `Vault.write`. A clock that was turned since the last row gets a row of its own first.
        """
        connection = self._connection()
        seq, mac, utc = connection.execute(_LAST).fetchone() or (0, _genesis(self._key), None)
        now = Moment(self._clock.now(), self._clock.steady())
        earlier = self._last or (Moment(datetime.fromisoformat(utc), None) if utc else now)
        step = step_between(earlier, now)
        if step is not None:
            self.turned = True
            seq, mac = self._add(connection, seq, mac, now, CLOCK_TURNED, f"{step.total_seconds():+.0f} s", None, None)
        self._add(connection, seq, mac, now, action, object_name, fingerprint(before), fingerprint(after))
        self._last = now
        return int(seq) + 1

    def _add(
        self, connection: Any, last: int, mac: bytes, now: Moment, action: str, name: str, *hashes: str | None
    ) -> tuple[int, bytes]:
        utc = now.wall.astimezone(UTC).isoformat(timespec="microseconds")
        offset = now.wall.utcoffset()
        seconds = int(offset.total_seconds()) if offset is not None else 0
        steady = round((now.steady or 0) * 1000)
        row = [last + 1, utc, seconds, now.wall.tzname() or "", steady, self._user, action, name, *hashes]
        seal = _seal(self._key, mac, row)
        connection.execute(_INSERT, (*row, seal))
        return last + 1, seal

    def head(self) -> Head:
        """The last row's number and seal."""
        seq, mac, _utc = self._connection().execute(_LAST).fetchone() or (0, _genesis(self._key), None)
        return Head(seq, mac)

    def holds(self, head: Head) -> bool:
        """True when the chain still contains that row as it was: nothing was cut off behind it or put back."""
        if head.seq == 0:
            return head.mac == _genesis(self._key)
        row = self._connection().execute("SELECT mac FROM audit WHERE seq = ?", (head.seq,)).fetchone()
        return row is not None and row[0] == head.mac

    def verify(self, outside_head: Head | None = None) -> list[str]:
        """Recomputes the whole chain. Returns a sentence for each fault, none for a whole one."""
        problems: list[str] = []
        gaps = self._known_gaps()
        expected, mac = 1, _genesis(self._key)
        for *row, seal in self._connection().execute(f"SELECT {_COLUMNS} FROM audit ORDER BY seq"):
            known = row[0] in gaps
            if row[0] != expected and not known:
                problems.append(_("Entries are missing before number %(seq)s.") % {"seq": row[0]})
            if not known and seal != _seal(self._key, mac, row):
                problems.append(_("Entry number %(seq)s was changed, moved or added.") % {"seq": row[0]})
            expected, mac = row[0] + 1, bytes(seal) if isinstance(seal, bytes) else b""
        if outside_head is not None and not self.holds(outside_head):
            text = _(
                "Entry number %(seq)s, known from outside, is missing or different: the vault was put back or cut."
            )
            problems.append(text % {"seq": outside_head.seq})
        return problems

    def _known_gaps(self) -> frozenset[int]:
        """Behind which entries the chain is broken since a salvage; a list that no entry vouches for counts nothing."""
        gaps = known_gaps(self._connection())
        query = "SELECT 1 FROM audit WHERE action = ? AND after = ?"
        told = self._connection().execute(query, (SALVAGE, fingerprint(gaps))).fetchone()
        return frozenset(gaps) if told else frozenset()


def known_gaps(connection: Any) -> list[int]:
    """The numbers of the entries before which others were lost."""
    return [int(seq) for seq in (remembered(connection, _GAPS) or "").split()]


def remember_gaps(connection: Any) -> list[int]:
    """After a salvage, before its own entry: notes behind which entries the chain is broken, and returns the list.

    Where the audit's key itself was lost that is behind every entry.
    """
    gaps, key = set(known_gaps(connection)), audit_key(connection)
    expected, mac = 1, _genesis(key)
    for *row, seal in connection.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY seq").fetchall():
        if row[0] != expected or seal != _seal(key, mac, row):
            gaps.add(row[0])
        expected, mac = row[0] + 1, seal
    remember(connection, _GAPS, " ".join(map(str, sorted(gaps))))
    return sorted(gaps)


def _genesis(key: bytes) -> bytes:
    return hmac.digest(key, b"first", "sha256")


def _seal(key: bytes, previous: bytes, row: list[Any]) -> bytes:
    return hmac.digest(key, previous + canonical(row), "sha256")
