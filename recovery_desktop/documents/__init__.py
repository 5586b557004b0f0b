"""Documents for the record: each module takes plain frozen values and returns the bytes of a tagged archive PDF.

Importing this package costs nothing; the modules that draw load ReportLab, so callers import them when they build one.
"""
