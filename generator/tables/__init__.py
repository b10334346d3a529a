"""Spreadsheets (xlsx, csv) to rows of text with the place of every cell, within limits."""

from generator.tables.read import read_table
from generator.tables.table import Cell, Row, Table

__all__ = ["Cell", "Row", "Table", "read_table"]
