"""Finds the first and the last token of a name around its head noun."""

from briefreader.annotate.mentions.dates import MONTHS
from briefreader.annotate.mentions.office_scope import name_tail
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.tokens import BREAK
from briefreader.annotate.text.words import (
    DASHES,
    FIELD_WORDS,
    FUNCTION_WORDS,
    HEADLINE_VERBS,
    HEADLINE_WORDS,
    ORDINALS,
    ROMAN_NUMERALS,
    office_head,
)
from briefreader.model import EntityType

_TAIL_WORDS: dict[EntityType, frozenset[str]] = {
    "AGREEMENT": frozenset("of on for to against concerning regarding in".split()),
    "EVENT": frozenset("of on for against".split()),
    "ORG": frozenset("of for on against to".split()),
    "PLACE": frozenset("of".split()),
    "PERSON": frozenset(),
}
# These verbs begin the purpose of a coalition, fund or initiative.
_PURPOSES = frozenset(
    "Combat Counter Defeat Address Fight End Support Promote Prevent Protect Advance Strengthen Eliminate Eradicate "
    "Reduce Stop Improve Build Accelerate Expand Monitor Investigate Implement Tackle Achieve Empower Enhance Ensure "
    "Save Restore Secure Bolster Halt Stem Degrade Disrupt Deter Suppress Conserve Preserve Feed Mobilize Close "
    "Transform Respond Assist Help Study Review Create Develop Facilitate Harmonize Cut Phase Decarbonize Resist "
    "Safeguard Defend Deliver Finance".split()
)
# These bodies have only the name of their place: `University of Tulsa`.
_OF_A_PLACE = frozenset("University Bank College Diocese Archdiocese Society".split())
# The place for which these work belongs to their name.
_FOR_A_PLACE = frozenset(
    "Fund Council Commission Mission Coalition Tribunal Court Facility Platform Committee Trust Force Board Team "
    "Authority Administration".split()
)
# A name may begin with a quotation: `“United We Stand” Summit`.
_OPENING = frozenset('“"')
_CLOSING = frozenset('”"')
# The names of these bodies do not go on with `on the`.
_NO_SUBJECT = frozenset("Office Agency Authority Bank Service Bureau Department Company Corporation University".split())
# These sittings have a subject, after `on` only, where one of the others says who sits.
_SITTINGS = frozenset("Meeting Meetings Ministerial".split())
_RANKED = frozenset("Ministerial Ministers Leaders Officials Experts Special Level Regional International ' 's".split())
_SUBJECT_OF_SITTING = frozenset(("on",))
# A council of one of these has the name of its country.
_COUNCILS = frozenset("Business Industry Minerals Press Law Research".split())
# These bodies and meetings are called after their members.
_OF_MEMBERS = frozenset("Council Committee Conference Assembly Board Summit Forum College".split())
_MOST_MEMBERS = 5
_TALKS = frozenset("Meetings Discussions Remarks Talks Names Honors Delegations Statements Counterparts".split())
# These are done to a place, which then belongs to the name.
_DONE_TO = frozenset(
    "Reconstruction Denuclearization Denuclearisation Recovery Modernization Modernisation Stabilization Stabilisation "
    "Establishment Reunification Unification Status Independence Integrity Sovereignty Preservation Liberation "
    "Rehabilitation Restoration Accession Demarcation Delimitation Neutrality Rebuilding".split()
)
_BEFORE_LINES = frozenset((BREAK, "", ":", ".", "•", ")"))
_NOT_DOING = frozenset("Beijing Nanjing Chongqing Sterling Wyoming Standing Working Steering Planning Founding".split())
# These adjectives before the name of a meeting or agreement are no part of it.
_DESCRIBING = frozenset(
    "Upcoming Historic Strong Ambitious Latest Recent Successful Ongoing Landmark Proposed Previous Next Last Biannual "
    "Biennial Productive Fruitful Constructive Key Ever Groundbreaking Renewed Robust Unprecedented Anniversary "
    "Annual".split()
)
# These offices may be part of the name of a meeting.
_LEVELS = frozenset("Ministers Minister Representatives General Advisors Directors Deputy Chiefs".split())
# These words say the standing of a body's officials or members: `Senior State Department officials`.
_HOLDING = frozenset(
    "Senior Former Current Permanent Elected Rotating Acting Interim Outgoing Incoming Veteran Top Existing Relevant "
    "Previous Past Recent Other Various All Special Open Emergency Extraordinary Informal".split()
)
_HOLDERS = (
    "minister", "leader", "president", "people", "women", "speaker", "prosecutor", "general", "auditor", "ombudsman",
    "attorney", "children", "youth", "workers", "farmers", "veterans", "governor", "commander", "expert",
)  # fmt: skip
_PARTIES = ("PLACE", "ORG")
_JOINTS = DASHES | {"'s", "'", "and", "&", "+", "/"}


def left_boundary(context: DocumentContext, index: int, earliest: int) -> int:
    """Return the first of the capitalized words before a head noun, over hyphens, possessives, `&` and `and`."""
    tokens = context.tokens
    first = index
    while first > earliest:
        word = tokens.words[first - 1]
        found = context.listed_at.get(first - 1)
        if found and found.first >= earliest and found.last == first > found.first + 1 and found.type in _PARTIES:
            first = found.first  # `Republic of Korea Trilateral ...`
            continue
        if word in _CLOSING and first == index:
            places = range(first - 2, max(earliest, first - 9) - 1, -1)
            opened = next((at for at in places if tokens.words[at] in _OPENING), 0)
            return opened if opened and tokens.words[opened + 1][0].isupper() else first
        if word == "," and _lists_fields(context, first, index):
            first -= 2
            continue
        if word in _JOINTS:
            if first - 2 < earliest or not _joins(context, first):
                break
            first -= 2
            continue
        numbered = word.isdigit() and tokens.glued(first - 1) and tokens.word(first - 2) == "-"
        day = first > 2 and tokens.words[first - 3].isdigit() and len(tokens.words[first - 3]) < 3
        if numbered and first - 3 >= earliest and not day:
            first -= 3  # `COVID-19 Summit`, but `June 29-30 NATO Summit`
            continue
        if not context.is_name_word(first - 1) and not (word.isdigit() and tokens.word(first - 2) == "+"):
            break
        line = tokens.word(first - 2) in _BEFORE_LINES or tokens.word(first - 2) in HEADLINE_WORDS
        if word.endswith("ing") and line and word not in _NOT_DOING:
            break  # `Promoting Digital Trade Principles`
        annual = word == "Annual" and context.is_a(first - 2, "PLACE", "ORG")  # `UK-Malta Annual Leaders' Meeting`
        if word in HEADLINE_VERBS or (word in _DESCRIBING and not annual):
            break
        if word in MONTHS or context.is_a(first - 1, "PERSON"):
            break
        if first <= context.title_end and word in HEADLINE_WORDS and word.endswith("s") and word not in _TALKS:
            break
        if first <= context.title_end and word.endswith("s") and _is_subject(context, first - 2):
            break  # `Foreign Minister Completes Indo-Pacific Forum`
        if word.lower() in ORDINALS and tokens.words[first] not in ("Country", "Party"):
            break
        if word in ROMAN_NUMERALS and tokens.word(first - 2).lower() in ("", "the", "its", "their", "of", "held"):
            break
        if office_head(word) and word not in _LEVELS:
            break
        first -= 1
    if tokens.word(first - 1) == "-" and tokens.glued(first) and tokens.word(first - 2).islower() and first < index:
        first += 1  # `Whole-of-Nation Green Plan`
    return first


def _is_subject(context: DocumentContext, at: int) -> bool:
    """Return whether an office or a person stands at a token, so that a headline's verb may follow."""
    return at >= 0 and (office_head(context.tokens.words[at]) is not None or context.is_a(at, "PERSON"))


def is_cut_short(context: DocumentContext, first: int) -> bool:
    """Return whether the words before a listed body make it part of a longer one: `Collective [Security Council]`."""
    tokens = context.tokens
    before = tokens.word(first - 1)
    if first <= context.title_end or not context.is_name_word(first - 1) or tokens.word(first - 2) in _BEFORE_LINES:
        return False
    if context.listed_at.get(first - 1) or before in _HOLDING or before in _DESCRIBING or before in HEADLINE_VERBS:
        return False
    return office_head(before) is None and before.lower() not in ORDINALS and before not in MONTHS


def _lists_fields(context: DocumentContext, first: int, index: int) -> bool:
    """Return whether the comma before a token stands in a list of fields: `Climate, Energy and Trade Partnership`."""
    words = context.tokens.words
    listed = "and" in words[first:index] or "&" in words[first:index]
    return listed and first > 1 and words[first - 2] in FIELD_WORDS and words[first] in FIELD_WORDS


def _joins(context: DocumentContext, first: int) -> bool:
    """Return whether the joint before a token joins two words of one name: `Science and Technology Agreement`."""
    tokens = context.tokens
    joint, before = tokens.words[first - 1], tokens.words[first - 2]
    if joint == "/":
        return context.is_a(first - 2, "PLACE") and context.is_a(first, "PLACE")  # `Nigeria/Ghana Joint Commission`
    if joint in DASHES:
        return not context.is_a(first - 2, "PERSON") and (before[0].isupper() or before == ".")
    if joint == "+":
        return before.isdigit()
    if joint not in ("and", "&"):
        named = tokens.glued(first - 1) and context.is_name_word(first - 2)
        owner = context.is_a(first - 2, "PLACE", "PERSON", "ORG")
        return named and not owner and (joint == "'" or before.lower().startswith(_HOLDERS))
    if not before[0].isupper() or before in FUNCTION_WORDS or office_head(before):
        return False
    if before.isupper() and len(before) > 1:
        return False  # an acronym is a name of its own
    listed = context.name_at(first - 2)
    second = context.listed_at.get(first)
    regions = listed is not None and listed.type == "NORP" and second is not None and second.type in ("NORP", "PLACE")
    if regions and second and tokens.word(second.last) == "Affairs":
        return True  # `Asian and Oceanian Affairs Bureau`
    return (listed is None or listed.type == "NORP") and not context.is_a(first, "PLACE", "PERSON", "ORG", "NORP")


def _are_parties(context: DocumentContext, index: int) -> bool:
    """Return whether two countries or bodies with a hyphen between them begin at a token."""
    found = context.listed_at.get(index)
    return (
        found is not None
        and found.first == index
        and context.tokens.word(found.last) in DASHES
        and context.is_a(found.last + 1, "PLACE", "ORG")
    )


def _purpose_end(context: DocumentContext, verb: int, stop: int) -> int:
    """Return the token after a purpose and those that `and` adds: `to Combat Crime and Build Peace`.

    The purpose begins with the verb and was read up to stop; the verb itself is the stop where nothing was read.
    """
    tokens = context.tokens
    if stop == verb:
        stop, _ = name_tail(context, verb + 1, of_office=False)
        stop = verb if stop == verb + 1 else stop
    while stop > verb and tokens.word(stop) == "and" and tokens.word(stop + 1) in _PURPOSES:
        further, _ = name_tail(context, stop + 2, of_office=False)
        if further == stop + 2:
            break
        stop = further
    return stop


def _members_end(context: DocumentContext, at: int) -> int:
    """Return the token after the members of a body (`of Foreign Ministers`), the token itself where none follow."""
    tokens = context.tokens
    if tokens.word(at) != "of":
        return at
    end = at + 1
    while context.is_name_word(end) and end < at + _MOST_MEMBERS and end not in context.listed_at:
        word = tokens.words[end]
        if office_head(word) not in (None, word):  # a plural
            if tokens.words[end + 1 : end + 5] == ["of", "State", "and", "Government"]:
                return end + 5
            return end + 1 if end > at + 1 else at
        end += 1
    return at


def right_boundary(context: DocumentContext, index: int, kind: EntityType) -> int:
    """Return the token after the tail of a head noun; a tail that is only a place or body is no part of the name."""
    tokens = context.tokens
    last = index + 1
    joints = _TAIL_WORDS.get(kind, frozenset())
    rounds = 0
    if tokens.words[index] in _SITTINGS:
        ranked = tokens.words[index] == "Ministerial" or tokens.words[index - 1] in _RANKED
        if not ranked or tokens.word(last) not in _SUBJECT_OF_SITTING or index < context.title_end:
            return last  # the tail is another name: `Ministerial Meeting of the Small Group`
        joints = _SUBJECT_OF_SITTING  # `Ministerial Meeting on the Environment`
    of_a_place = tokens.words[index] in _OF_A_PLACE or tokens.words[index - 1 : index + 1] == ["Armed", "Forces"]
    of_a_place = of_a_place or (tokens.words[index] == "Council" and tokens.words[index - 1] in _COUNCILS)
    if of_a_place and tokens.word(last) == "of" and context.is_a(last + 1, "PLACE"):
        last = context.listed_at[last + 1].last
        return last + 2 if tokens.word(last) == "at" and context.is_name_word(last + 1) else last
    if tokens.words[index] in _OF_MEMBERS and (members := _members_end(context, last)) > last:
        return members
    while tokens.word(last).lower() in joints and rounds < 3:
        joint = tokens.word(last).lower()
        # `Joint Declaration on a Strategic Partnership`
        article = joint == "on" and tokens.word(last + 1) in ("a", "an") and context.is_name_word(last + 2)
        stop, whole = name_tail(context, last + 1 + article, of_office=False)
        if joint == "to" and tokens.word(last + 1) in _PURPOSES:
            stop = _purpose_end(context, last + 1, stop)
        if stop == last + 1 + article:
            break
        if joint == "for" and kind == "AGREEMENT" and _are_parties(context, last + 1):
            break  # the parties belong to the next name: `Framework for U.S.-Guatemala Agreement on ...`
        if joint == "to" and tokens.word(last + 1) in _PURPOSES:
            if index < context.title_end and not context.repeats_in_body(index, stop):
                break  # the headline says what somebody will do: `Announces Initiatives to Bolster`
            last = stop  # the purpose is part of the name: `Coalition to Address ...`
            rounds += 1
            continue
        owner = context.listed_at.get(last + 1 + (tokens.word(last + 1) == "the"))
        if (
            owner
            and owner.type == "NORP"
            and (context.is_a(owner.last, "ORG") or tokens.word(owner.last) == "Parliament")
        ):
            break  # `Foreign Affairs Committee of the Ghanaian Parliament`
        if whole and joint == "for" and kind == "ORG" and tokens.words[index] in _FOR_A_PLACE:
            return stop  # `International Fund for Ukraine`
        if tokens.word(stop) == "'s":
            break  # the tail owns something else: `Declaration on Ukraine's perspective`
        if whole and joint not in ("on", "concerning", "regarding", "against") and kind != "PLACE":
            break
        if joint == "on" and tokens.words[stop - 1] in ("Day", "Anniversary"):
            break  # the tail is a date: `... Partnership on World Press Freedom Day`
        if index < context.title_end and joint in ("for", "on") and tokens.word(last + 1).lower().endswith("ing"):
            break  # `Advisor Commends Air Force for Deepening Ties`
        if joint == "on" and tokens.words[index] in _NO_SUBJECT and tokens.word(last + 1) == "the":
            break  # `signed by the Coral Office on the Statement of Intent`
        if joint in ("in", "to") and kind != "AGREEMENT":
            break
        if joint == "in" and whole:
            break
        last = stop
        rounds += 1
    if rounds and tokens.words[index] == "Chamber" and tokens.word(last) == "in" and context.is_a(last + 1, "PLACE"):
        return context.listed_at[last + 1].last  # `American Chamber of Commerce in Korea`
    if rounds and tokens.words[last - 1] in _DONE_TO and tokens.word(last) == "of":
        found = context.listed_at.get(last + 1 + (tokens.word(last + 1) == "the"))
        if found and found.type in ("PLACE", "ORG"):
            return found.last  # `Council for the Reconstruction of Ukraine`
    return last
