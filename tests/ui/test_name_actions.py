"""The name that `i` asks for."""

from briefreader.model import Annotation, Attendee, Brief, EntityType, Entry, Mention
from briefreader.ui.panes.name_actions import office_asked_for

TEXT = "Ada Lund, the Chancellor, Kenji Arata, Japan's Foreign Minister, and Mayor Hugo Birk met."


def test_an_office_is_that_of_the_country_before_it_of_the_person_after_it_or_of_its_only_holder() -> None:
    def named(type: EntityType, text: str) -> Mention:
        begin = TEXT.index(text)
        return Mention(begin, begin + len(text), type, text, text)

    mentions = (
        named("PERSON", "Ada Lund"),
        named("TITLE", "Chancellor"),
        named("PERSON", "Kenji Arata"),
        named("PLACE", "Japan"),
        named("TITLE", "Foreign Minister"),
        named("TITLE", "Mayor"),
        named("PERSON", "Hugo Birk"),
    )
    people = (
        Attendee(0, 8, "Ada Lund", "Chancellor", "Norway", "lead"),
        Attendee(0, 8, "Kenji Arata", "Foreign Minister", "Japan", "lead"),
        Attendee(0, 8, "Hugo Birk", "Mayor", "Malta", "participant"),
    )
    brief = Brief(
        Entry("a", "A", None, None, None, None, None, "a.md"),
        None,
        None,
        "unknown",
        TEXT,
        Annotation(mentions, attendance=people),
    )
    asked = [office_asked_for(mention, brief) for mention in mentions if mention.type == "TITLE"]
    assert asked == ["Chancellor (Norway)", "Foreign Minister (Japan)", "Mayor (Malta)"]
