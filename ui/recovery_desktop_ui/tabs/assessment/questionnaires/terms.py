"""In which languages a practice may use a questionnaire: a translation may have other terms than the original."""

from recovery_desktop.instruments import instrument, languages_of
from recovery_desktop.plans.answered import terms_forbid


def languages_allowed(instrument_id: str, is_non_profit: str) -> list[str]:
    """The languages on whose terms it may be used; `is_non_profit` is what the practice says of itself."""
    return [
        code
        for code in languages_of(instrument_id)
        if not terms_forbid(instrument(instrument_id, code).license.commercial_use, is_non_profit)
    ]
