"""Holds what the mentions of one person in a text tell about the office and the side."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class KnownPerson:
    """Collects what the mentions of one person tell.

    `stated` is the side beside the name, `member` that of a delegation, `chief` the person served, `escorted` the
    person accompanied, `joined` the person before in a list, `of_body` says that an office is of a company or the
    like; `addressed` holds the countries of the form of address; `owned` says that the side stands before an office,
    `by_office` that an office alone told it; `side` is the side found.
    """

    titles: list[str] = field(default_factory=list)
    stated: str | None = None
    chief: str | None = None
    member: str | None = None
    escorted: str | None = None
    joined: str | None = None
    of_body: bool = False
    owned: bool = False
    by_office: bool = False
    addressed: frozenset[str] = frozenset()
    side: str | None = None

    @property
    def title(self) -> str | None:
        """The first title; a longer form of it in the text replaces the short one of the headline (`Secretary`)."""
        title: str | None = None
        for one in self.titles:
            if title is None or one.startswith(f"{title} "):
                title = one
        return title
