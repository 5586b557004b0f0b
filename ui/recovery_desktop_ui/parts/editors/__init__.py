"""Editors: one small widget for each kind of value a field can hold."""
