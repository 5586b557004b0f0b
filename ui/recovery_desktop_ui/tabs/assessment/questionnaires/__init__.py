"""Questionnaires: choosing one, asking it, what the answers come to, and how that went over time."""
