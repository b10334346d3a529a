"""Findings as text for people."""

from generator.report.text import lines, summary

__all__ = ["lines", "summary"]
