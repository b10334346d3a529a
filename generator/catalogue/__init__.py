"""The typed catalogue, made from documents that fit their schema."""

from generator.catalogue.leave_out import without
from generator.catalogue.load import load_catalogue
from generator.catalogue.model import Catalogue, ItemFile, Place, Record, Source

__all__ = ["Catalogue", "ItemFile", "Place", "Record", "Source", "load_catalogue", "without"]
