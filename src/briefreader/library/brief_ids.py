"""The questions about the IDs of briefs that notes, marks and saved searches ask, since an ID may change."""

from collections.abc import Callable, Collection, Iterable, Mapping

IdsNow = Callable[[Collection[str]], Mapping[str, str]]
"""Returns the present IDs of briefs by the IDs that they had before."""

FormerIds = Callable[[Iterable[str]], Mapping[str, frozenset[str]]]
"""Returns all IDs that the briefs of some IDs were ever given, by ID."""
