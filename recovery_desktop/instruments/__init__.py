"""Published questionnaires: what they ask, and how their answers are scored, as data files say it; nothing is stored.

`score` scores answers, `available` lists the questionnaires, `instrument` gives one whole.
"""

from recovery_desktop.instruments.definitions import Listed
from recovery_desktop.instruments.library import available, ids, ids_that_raise, instrument, languages_of
from recovery_desktop.instruments.scoring import Score, score

__all__ = ["Listed", "Score", "available", "ids", "ids_that_raise", "instrument", "languages_of", "score"]
