"""Files to documents with positions."""

from generator.reading.document import Document, Json, Path
from generator.reading.load import files_of, read_catalogue_files, read_files
from generator.reading.text import path_label
from generator.reading.yaml_reader import read_yaml

__all__ = [
    "Document",
    "Json",
    "Path",
    "files_of",
    "path_label",
    "read_catalogue_files",
    "read_files",
    "read_yaml",
]
