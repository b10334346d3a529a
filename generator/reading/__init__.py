"""Files to documents with positions."""

from generator.reading.document import Document, Json, Path
from generator.reading.load import read_catalogue_files
from generator.reading.yaml_reader import read_yaml

__all__ = ["Document", "Json", "Path", "read_catalogue_files", "read_yaml"]
