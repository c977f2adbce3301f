"""Lists the verbs and phrases by which people receive others, lead a meeting, take part in it or travel to it."""

from briefreader.annotate.meeting.report.meeting_phrases import (
    BE,
    LED,
    LED_WORDS,
    NAME_AHEAD,
    OFFICE_AHEAD,
    co_words,
)
from briefreader.annotate.meeting.report.meeting_verb import MeetingVerb
from briefreader.annotate.text.masked_sentences import EVENT

_CHAIR_WORDS = "chaired chair chairs headed represented hosted host hosts presided"

VERBS: tuple[MeetingVerb, ...] = (
    # One side receives the other.
    MeetingVerb(
        "reception",
        "both",
        "will host hosts hosted received receives",
        r"(?:will )?(?:hosts?|hosted)\b(?! by\b)|receive[sd]\b(?! (?:an?|the|his|her|their|"
        r"its) (?:[a-z]+ )?(?:letters?|reports?|awards?|messages?|briefings?|cop(?:y|ies)|orders?|medal|degree|support|"
        r"assurances?|invitations?|credentials|requests?|gifts?|update)\b)",
    ),
    MeetingVerb(
        "reception",
        "both",
        "will welcomes welcomed saw greets greeted",
        rf"(?:will welcome|welcome[sd]|saw|greet(?:s|ed))(?: back)?(?:{NAME_AHEAD})|(?={OFFICE_AHEAD}))",
        needs_people=True,
    ),
    MeetingVerb(
        "reception",
        "both",
        "is are was were has have had",
        r"(?:(?:is|are|was|were) (?:very |deeply |greatly )?(?:honou?red|pleased|delighted|proud|glad|happy|"
        r"privileged)|(?:has|have|had) the (?:great )?(?:honou?r|pleasure|privilege)) (?:today )?(?:to|of) "
        r"(?:welcom(?:e|ing)|"
        rf"host(?:ing)?|receiv(?:e|ing))(?: back)?(?:{NAME_AHEAD})|(?={OFFICE_AHEAD}))",
        needs_people=True,
    ),
    MeetingVerb(
        "reception",
        "both",
        "is are was were",
        rf"(?:is|are|was|were) (?:today )?(?:welcoming|hosting|receiving|joining)(?: back)?(?:{NAME_AHEAD})|"
        rf"(?={OFFICE_AHEAD}))",
        needs_people=True,
    ),
    # Somebody leads.
    MeetingVerb(
        "delegation",
        "after",
        "delegation delegations team teams mission side entourage Delegation Delegations",
        rf"(?:[Dd]elegations?|teams?|mission|side|entourage)(?: (?:of|from) [^.;,<P>]{{0,60}}?)?,? (?:which |"
        rf"who )?(?:{BE} )?{LED} by\b",
    ),
    MeetingVerb(
        "chair",
        "after",
        f"was were is are be being and which jointly Chaired Led Headed Hosted Co {LED_WORDS}",
        rf"{BE} (?:also |jointly )?{LED}(?: in <LRC>(?:, <LRC>)?)?(?: on <D>)?(?: jointly)? by\b|(?<=[,(] )(?:and |"
        rf"which was |jointly )?{LED} (?:jointly )?by\b|(?:Co-)?(?:Chaired|Led|Headed|Hosted) (?:jointly )?by\b",
    ),
    MeetingVerb(
        "chair",
        "after",
        f"meeting session talks call summit dialogue roundtable {EVENT}",
        r"(?:meeting|session|talks|call|summit|dialogue|roundtable|<E>)(?: (?:in|at|on) [^.;,<P>]{0,60})? "
        rf"{LED} by\b",
    ),
    MeetingVerb(
        "chair",
        "before",
        "leading heading",
        r"(?:leading|heading) (?:an?|the|his|her|their) [^.;<P>]{0,60}delegation\b",
    ),
    MeetingVerb(
        "chair",
        "after",
        "under with",
        r"(?:under|with) the (?:joint )?(?:co-)?(?:chair(?:man|woman|person)?ship|chair|presidency) of\b",
    ),
    MeetingVerb(
        "chair",
        "with",
        f"will {co_words('chair chairs chaired host hosts hosted convene convenes convened lead leads led')}",
        r"(?:will )?co-?(?:chair(?:s|ed)?|hosts?|hosted|convene[sd]?|leads?|led)\b(?! by\b)",
    ),
    MeetingVerb("chair", "after", "presided", r"presided over by\b"),
    # Somebody takes part, or comes along.
    MeetingVerb(
        "attendance",
        "after",
        "was were is are be being attended and",
        rf"(?:{BE} (?:also )?attended|(?:attended|and attended)) by\b",
    ),
    MeetingVerb(
        "attendance",
        "after",
        "Those those participants representatives Taking taking",
        r"(?:[Tt]hose who took part|participants|representatives|[Tt]aking part in (?:the|this) [a-z ]{1,30}) (?:were|"
        r"was)\b",
    ),
    MeetingVerb(
        "meeting",
        "both",
        "joined",
        rf"joined{NAME_AHEAD}[^.;]{{0,160}} (?:for|in) (?:[a-z-]+ ){{0,4}}(?:talks|discussions|meeting|consultations|"
        rf"call)\b)",
    ),
    MeetingVerb(
        "company", "before", "was were is are be being joined", rf"(?:{BE} (?:also )?)?joined\b", needs_people=True
    ),
    MeetingVerb(
        "holding",
        "with",
        "commenced will convene convened convenes gather gathers gathered hold held came took "
        + co_words("convene convenes convened hold held"),
        r"(?:will )?(?:(?:co-?)?(?:convene[ds]?|hold|held)|gather(?:s|ed)?|came together)\b|took place\b|commenced\b",
    ),
    MeetingVerb(
        "chair",
        "before",
        f"is are was were will {_CHAIR_WORDS} {co_words(_CHAIR_WORDS)}",
        r"(?:is|are|was|were) (?:co-?)?(?:hosting|chairing|convening)\b(?=[^.;]{0,80}<E>)|(?:will "
        r")?(?:co-?)?(?:chaired|chairs?|headed|represented|hosted|hosts?|presided over)\b(?! by\b)",
    ),
    MeetingVerb(
        "chair",
        "before",
        "will led lead leads co",
        r"(?:will )?(?:co-)?(?:led|leads?)(?! by\b| (?:an?|the) (?:discussion|panel|presentation|session|"
        r"conversation)\b)\b",
        needs_people=True,
    ),
    MeetingVerb(
        "attendance",
        "before",
        "will attend attended attends participate participated participates took take is are was were",
        r"(?:will )?(?:attended|participated|took part)\b|(?:(?:will (?:also )?)?(?:attends?|participates?|"
        r"take part)|(?:is|are|was|were) (?:also )?(?:attending|participating in|taking part in))\b(?=[^.;]{0,80}"
        r"(?:[Mm]eetings?|[Ss]ummit|talks|[Dd]ialogue|[Mm]inisterial|[Ss]ession|[Cc]onsultations|[Rr]oundtable|<E>))",
    ),
    MeetingVerb(
        "visit",
        "before",
        "will travel travels traveled travelled visit visits visited pay pays paid paying undertook undertake "
        "undertakes made is are accompanied",
        r"(?:is|are|will (?:also )?be) (?:currently )?in(?= (?:the )?<LCR>(?:, <LCR>)*,? (?:from |on )?<D>|"
        r" (?:the )?<LCR>(?:, <LCR>)* (?:today|this week|for (?:meetings|talks|consultations)|"
        r"to (?:meet|attend|take part|participate)))|(?:will accompany|accompanied)(?= (?:<T> )?<P> to (?:the )?<LC>)|"
        r"(?:is|are) (?:currently )?(?:travell?ing to|visiting|(?:on|paying) an? (?:[\w-]+ ){0,3}[Vv]isit to)\b|"
        r"(?:will )?(?:travel(?:s|l?ed)?|visits?|visited|(?:pa(?:ys?|id|ying)|undert(?:ook|akes?)|made) (?:an? |his |"
        r"her )?(?:[\w-]+ ){0,3}[Vv]isit to)\b",
        needs_people=True,
    ),
    MeetingVerb(
        "founding",
        "before",
        "will launched relaunched re opened concluded",
        r"(?:will )?(?:(?:re-?)?launched|opened|concluded)\b",
        needs_people=True,
    ),
)
