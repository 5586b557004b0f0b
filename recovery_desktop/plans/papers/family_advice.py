"""What every family may know: how to help, what to do when somebody does not wake up, and how naloxone is given."""

from recovery_desktop.text import _


def how_to_help() -> tuple[str, ...]:
    return (
        _("Ask early and stay calm: “How are you today? What would help?”"),
        _("Say what you see and how you feel. Do not blame and do not threaten."),
        _("Notice what goes well, and say so. Small steps count."),
        _("A slip can happen. It is a reason to get help fast, not to give up."),
        _("Keep medicines, alcohol and drugs locked up or out of the house."),
        _("You did not cause it and you cannot cure it. You can be there."),
        _("Look after yourself. Find someone you can talk to."),
    )


def in_an_emergency() -> tuple[str, ...]:
    return (
        _("Shake the shoulder and shout. Is there no answer, slow breath, or blue lips? Act at once."),
        _("Call 911. Say where you are and that someone does not wake up."),
        _("Give naloxone, if you have it. It does no harm if it was not needed."),
        _("If there is no breath, breathe for the person, or press hard on the chest, as 911 tells you."),
        _("With breath: turn the person on the side. Stay until help comes."),
        _("Chest pain, a fit, or great confusion: call 911 too."),
    )


def of_naloxone() -> tuple[str, ...]:
    return (
        _("Nose spray: tip the head back, put the tip into one nostril, press all the way."),
        _("No better after 2 or 3 minutes? Give a second one into the other nostril."),
        _("It wears off after half an hour or more, and the person can stop breathing again. Do not leave."),
        _("You can get it in a drug store without a prescription. Check the date on the box."),
    )
