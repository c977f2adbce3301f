"""Spells the phrases of which the verbs of meeting are made, as expressions over masked sentences."""


def co_words(words: str) -> str:
    """Return the first words of verbs with `co-` or `co` before them, for verbs given with spaces between them."""
    return " ".join(("co", *(f"co{word}" for word in words.split())))


DET = r"(?:(?:an?|another|the|his|her|their|its|one|two|three|several|separate|first|second|third) ){0,2}"
ADJECTIVES = r"(?:[a-z][a-z-]*,? (?:and )?){0,4}?"
HAD_WORDS = (
    "had held will holds hold has have having conduct conducts conducted engaged engages engage entered concluded "
    "continued began opened"
)
HAD = (
    r"(?:had|held|will (?:also )?(?:have|hold)|holds?|has|have|having|conduct(?:s|ed)?|engaged in|engages? in|"
    r"entered into|concluded|continued|began|opened)"
)
TALK_WORDS = "talks consultation consultations discussion discussions negotiations dialogue dialogues deliberations"
TALKS = r"(?:talks|consultations?|discussions?|negotiations|dialogues?|deliberations)"
# A meeting may have its kind before it: `held a Foreign Ministers' Meeting`, `had a U.S.-Chile dialogue`.
KIND = r"(?:<NC>-?(?:<NC>)? )?(?:[A-Z][\w-]*(?:'s?)? ){0,4}"
MEETING_WORDS = (
    "meeting meetings audience audiences conversation conversations interaction interactions exchange exchanges lunch "
    "luncheon breakfast dinner bilateral bilaterals tête encounter encounters pull"
)
MEETING = (
    r"(?:[Mm]eetings?|audiences?|conversations?|interactions?|exchanges?(?: of views)?|lunch(?:eon)?|breakfast|dinner|"
    r"bilaterals?(?! [a-z])|tête-à-tête|encounters?|pull[- ]asides?)"
)
_REMOTE_WORDS = " ".join(
    f"{first}{second}{ending}"
    for first in ("video", "tele")
    for second in ("call", "conference", "conversation", "talk")
    for ending in ("", "s")
)
CALL_WORDS = f"phone telephone call calls video tele conference {_REMOTE_WORDS}"
CALL = (
    r"(?:(?:tele)?phone (?:calls?|conversations?|talks?|conferences?|discussions?|consultations?|meetings?|exchanges?)|"
    r"(?:(?:video|tele)[ -]?|conference[ -])(?:calls?|conferences?|conversations?|talks?)|(?:phone )?calls?)"
)
# A call of one of these kinds is a visit.
COURTESY = r"(?:[Cc]ourtesy|[Ff]arewell|[Ii]ntroductory|[Pp]rotocol|[Mm]aiden|[Gg]oodwill|[Pp]arting)"
BETWEEN_WORDS = f"{MEETING_WORDS} {TALK_WORDS} {CALL_WORDS} summit session round forum"
# Only titles, countries and forms of address stand between a verb and the name of a person.
ADDRESS = (
    r"(?:[Tt]he|of|for|and|[Hh]is|[Hh]er|Excellency|Royal|Highness|Majesty|Eminence|Holiness|Sheikha?|Emir|H\.E\.|"
    r"H\.H\.|HE|HH|Honou?rable|Hon\.?|Rt\.|Right|Shri|Smt\.|Dato'|Datuk|Tan|Seri|Sri|Tun|Dayang|Awang|Pehin|Haji|Hajah|"
    r"Encik|Puan|Khun|Daw|U|visiting|newly|outgoing|both|Prof\.?|Professor|Amb\.|Ambassador|Senator|Dr\.?|Mrs?\.?|"
    r"Ms\.?|Mme|Sir|Dame|Lord|Gen\.|General|Lt\.|Col\.|Capt\.|Adm\.|Admiral|counterpart|host)"
)
# The group is left open, for what must follow the name.
NAME_AHEAD = rf"(?=(?:<TCNORLX>|[ ,'-]|{ADDRESS}(?=[ ,])){{1,40}}<P>"
OFFICE_AHEAD = (
    r" (?:the )?(?:<CN>(?:'s)? )?(?:<T>(?! <P>)|[A-Z][\w-]+(?: [A-Z][\w-]+){0,4} (?:of|from)\b)|"
    r" (?:[\w-]+ ){0,6}(?:legislators|advocates|mayors|governors|guests|participants|executives|representatives|"
    r"leaders|ministers|officials|ambassadors|counterparts|members|delegations?|delegates|envoys|heads)\b"
)
NOT_OF_PEOPLE = (
    r"(?! (?:(?:the|its|their|our|his|her|all|these|those|some|any|with) )?(?:[a-z-]+ )?(?:press|media|journalists|"
    r"criteria|requirements?|needs?|challenges?|deadlines?|targets?|goals?|standards?|conditions?|obligations?|"
    r"demands?|commitments?|objectives?|moment|thresholds?|success|resistance)\b)"
)
# A relative clause that tells of a meeting begins so: `A, who on 6 May met B`.
WHO = r"<P>(?: of (?:the )?<C>)?, who (?:(?:on <D>|today|yesterday|earlier today) )?$"
BE = r"(?:was|were|is|are|be|being)"
LED = r"(?:co-?)?(?:led|chaired|hosted|convened|headed|presided over|moderated|represented)"
_LED_ALONE = "led chaired hosted convened headed presided moderated represented"
LED_WORDS = f"{_LED_ALONE} {co_words(_LED_ALONE)}"
