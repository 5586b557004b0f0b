"""Ways to find back to each other, for each kind of signal: two to four ideas in plain words, to choose from with care.

They follow what helps people stay: a reminder in the way the client chose, asking without blame what got in the way,
importance and confidence, another time, place or form, peers, and a small next step.
"""

from recovery_desktop.text import N_, _

_IDEAS: dict[str, tuple[str, ...]] = {
    "visits": (
        N_("Call in the way and at the hour that the client chose, and say that the place is kept."),
        N_("Ask without blame what got in the way: a shift, travel, children, a hard day, or something here."),
        N_("Offer another time, place or form: a morning, by video, a shorter meeting."),
        N_("If the client likes the idea, let a peer coach get in touch."),
    ),
    "meeting": (
        N_("Get in touch in a way that is safe to use, and offer two times this week to choose from."),
        N_("Begin with what the client wants now, not with what was missed."),
        N_("Offer a first step back that is small: ten minutes by phone."),
    ),
    "test_positive": (
        N_("Ask about safety first: what it was, whether somebody was there, whether naloxone is at hand."),
        N_("Go through the day together: what came before, what happened, what helped afterwards."),
        N_("Choose one thing to do differently this week, and look whether more or other care would help."),
    ),
    "test_missed": (
        N_("Ask what made it hard: the time, the way there, being watched, or a result that was feared."),
        N_("Agree on times that fit the client’s week, and on how to be reminded."),
        N_("Say again what the tests are for, and what follows from each result."),
    ),
    "test_declined": (
        N_("Ask what speaks against the test, and take the answer as it is."),
        N_("Say again what the tests are for, and what follows from each result."),
        N_("Ask whether another kind of test, or another measure of the same goal, would be right."),
    ),
    "alliance": (
        N_("Ask what could be different here, and thank the client for the answer."),
        N_("Look whether you work on what matters most to the client, and in a way that suits."),
        N_("Change one thing until next time, and ask again then."),
    ),
    "confidence": (
        N_("Ask why it is not lower, and what would make it one point higher."),
        N_("Look at importance again: has something else come to matter more?"),
        N_("Make the next step so small that the client is nearly sure of it."),
    ),
    "protective": (
        N_("Look together at which answers fell: people, places, money, faith, or confidence."),
        N_("Ask who or what helped in a good week, and how there could be more of it."),
        N_("Offer a first contact with a peer or a group, together if the client likes."),
    ),
    "goal_quiet": (
        N_("Ask how much it still matters, from 0 to 10."),
        N_("Find a next step that takes less than ten minutes."),
        N_("Keep it, change it or let it rest, together: each of them is an answer."),
    ),
    "goal_fell": (
        N_("Ask what was harder this time, and what helped before."),
        N_("Make the next step smaller, or begin with what stands in its way."),
        N_("Ask about importance and confidence again."),
    ),
}


def ideas(about: str) -> tuple[str, ...]:
    """What one could try, for a kind of signal."""
    return tuple(_(idea) for idea in _IDEAS[about])
