"""What a text says: entities, people and offices, the meeting, who attended, what was promised."""

from briefreader.annotate.annotator import Annotator

__all__ = ["Annotator"]
