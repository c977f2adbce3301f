"""Turns the text of a document into its annotation: names, dates, the meeting, attendance and commitments."""

from briefreader.annotate.annotator import Annotator
from briefreader.annotate.names import list_edits
from briefreader.annotate.names.changed_names import ChangedNames
from briefreader.annotate.names.family_name import family_name
from briefreader.annotate.names.gazetteer import Name

__all__ = ["Annotator", "ChangedNames", "Name", "family_name", "list_edits"]
