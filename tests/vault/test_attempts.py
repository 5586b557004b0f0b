"""Waiting after wrong passphrases."""

from recovery_desktop.vault import Attempts


def test_waiting_grows_to_a_minute_and_ends_with_the_right_passphrase() -> None:
    now = [100.0]
    attempts = Attempts(lambda: now[0])
    waits = []
    for _try in range(10):
        attempts.note_wrong()
        waits.append(attempts.seconds_to_wait())
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60]
    assert attempts.failed == 10
    now[0] += 59
    assert attempts.seconds_to_wait() == 1
    now[0] += 5
    assert attempts.seconds_to_wait() == 0
    attempts.note_right()
    attempts.note_wrong()
    assert (attempts.failed, attempts.seconds_to_wait()) == (1, 0)
