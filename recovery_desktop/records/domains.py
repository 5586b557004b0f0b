"""The one list of life domains, used everywhere the whole person is looked at."""

from recovery_desktop.records.fields import Choices
from recovery_desktop.text import N_

DOMAINS: Choices = {
    "mental": N_("Mental"),
    "emotional": N_("Emotional"),
    "physical": N_("Physical"),
    "social": N_("Social"),
    "spiritual": N_("Spiritual"),
    "family": N_("Family"),
    "housing": N_("Housing"),
    "work": N_("Work"),
    "money": N_("Money"),
    "legal": N_("Legal"),
    "learning": N_("Learning and leisure"),
}
