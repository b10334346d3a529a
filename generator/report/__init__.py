"""Findings as text for people and in the formats that machines read."""

from generator.report.machine import FORMATS
from generator.report.text import lines, summary

__all__ = ["FORMATS", "lines", "summary"]
