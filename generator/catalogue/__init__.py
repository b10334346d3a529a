"""The typed catalogue, made from documents that fit their schema."""

from generator.catalogue.load import load_catalogue
from generator.catalogue.model import Catalogue, ItemFile, OfficialList, Place, Source

__all__ = ["Catalogue", "ItemFile", "OfficialList", "Place", "Source", "load_catalogue"]
