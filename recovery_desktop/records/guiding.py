"""What a practice makes of guidance: its own services and rules, rules that are switched off, other thresholds."""

from recovery_desktop.records.fields import Choice, Code, Day, Line, Number, Several, Text
from recovery_desktop.records.person import FORMATS, PLACES
from recovery_desktop.records.practice import Shared
from recovery_desktop.records.therapies import MODALITIES
from recovery_desktop.text import N_


class LibraryService(Shared):
    """A service as the practice tells clients of it; one with a `stands_for` takes the place of what the program
    comes with."""

    title = N_("Service of the practice")
    same_as = ("name",)

    name = Line(N_("Service"), required=True)
    stands_for = Line(N_("Stands for"), help=N_("The entry that came with the program"))
    modality = Choice(N_("Kind"), MODALITIES)
    description = Text(N_("In plain words"), help=N_("As one would tell a client what it is"))
    takes = Text(N_("What it takes"), help=N_("Time, effort, cost, way there"))
    usual = Line(N_("As a rule"), help=N_("How often and for how long it is usually given"))
    formats = Several(N_("Formats"), FORMATS)
    places = Several(N_("Where"), PLACES)
    provider = Line(N_("Given by"))
    rules = Line(N_("Rules"), help=N_("Identifiers of the rules that suggest it, such as T05"))


class OwnRules(Shared):
    """A rule file of the practice, as text."""

    title = N_("Own rules")
    same_as = ("name",)

    name = Line(N_("Name"), required=True, unique=True)
    rules = Code(N_("Rules"), help=N_("One block [[rules]] for each rule"))


class SwitchedOff(Shared):
    """A rule that does not count in this practice, and why."""

    title = N_("Rule switched off")
    same_as = ("rule",)

    rule = Line(N_("Rule"), required=True, unique=True)
    reason = Line(N_("Why"))
    since = Day(N_("Since"))


class OwnThreshold(Shared):
    """Another number than the program's in a rule."""

    title = N_("Own threshold")
    same_as = ("name",)

    name = Line(N_("Threshold"), required=True, unique=True)
    value = Number(N_("From or up to"), low=0, high=1000)
