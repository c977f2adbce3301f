"""Collects the facts of a library about a name: the door is `Inquiry`, which makes the dossier of a name."""

from briefreader.library.dossiers.dossier import Inquiry

__all__ = ["Inquiry"]
