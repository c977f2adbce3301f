"""Turns the text of a document into its annotation: names, dates, the meeting, attendance and commitments."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from briefreader.annotate.names.family_name import family_name

if TYPE_CHECKING:
    from briefreader.annotate.annotator import Annotator as Annotator
    from briefreader.annotate.meeting.claims.first_claims import first_claims as first_claims
    from briefreader.annotate.names import list_edits as list_edits
    from briefreader.annotate.names.changed_names import ChangedNames as ChangedNames
    from briefreader.annotate.names.gazetteer import Name as Name

# Lists call people by their family names, for which the annotator need not be imported.
_MODULES: Final = {
    "Annotator": "annotator",
    "ChangedNames": "names.changed_names",
    "Name": "names.gazetteer",
    "first_claims": "meeting.claims.first_claims",
}

__all__ = ["Annotator", "ChangedNames", "Name", "family_name", "first_claims", "list_edits"]


def __getattr__(name: str) -> Any:
    if name == "list_edits":
        return import_module(f"{__name__}.names.list_edits")
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
