"""Collects the facts of a library about a name in a dossier, and tells the bearers of a family name apart."""

from typing import TYPE_CHECKING, Any

from briefreader.library.dossiers.bearers import bearers, is_bearer
from briefreader.library.dossiers.present_briefs import PresentBriefs

if TYPE_CHECKING:
    from briefreader.library.dossiers.dossier import Inquiry as Inquiry

__all__ = ["Inquiry", "PresentBriefs", "bearers", "is_bearer"]


def __getattr__(name: str) -> Any:
    if name != "Inquiry":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from briefreader.library.dossiers.dossier import Inquiry  # it needs the search, which takes time to import

    return Inquiry
