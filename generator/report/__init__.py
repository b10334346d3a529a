"""Findings as text for people and in the formats that machines read."""

from generator.report.machine import FORMATS
from generator.report.terminal import paragraphs
from generator.report.text import lines, severity_word, summary

__all__ = ["FORMATS", "lines", "paragraphs", "severity_word", "summary"]
