"""The classes of substances, one list for the grid, the diagnoses and the questionnaires that ask about one."""

from recovery_desktop.records.fields import Choices
from recovery_desktop.text import N_

SUBSTANCE_CLASSES: Choices = {
    "alcohol": N_("Alcohol"),
    "opioid": N_("Opioid"),
    "cannabis": N_("Cannabis"),
    "sedative": N_("Sedative, hypnotic or anxiolytic"),
    "cocaine": N_("Cocaine"),
    "stimulant": N_("Amphetamine-type or other stimulant"),
    "hallucinogen": N_("Hallucinogen"),
    "phencyclidine": N_("Phencyclidine"),
    "inhalant": N_("Inhalant"),
    "tobacco": N_("Tobacco or nicotine"),
    "other": N_("Other or unknown"),
}
