"""Lists the verbs and phrases that report meetings, each with its grammar: who stands where, and what it implies."""

from typing import Literal, NamedTuple

from briefreader.annotate.meeting.report.meeting_phrases import (
    ADDRESS,
    ADJECTIVES,
    BE,
    BETWEEN_WORDS,
    CALL,
    COURTESY,
    DET,
    HAD,
    HAD_WORDS,
    KIND,
    LED,
    LED_WORDS,
    MEETING,
    NAME_AHEAD,
    NOT_OF_PEOPLE,
    OFFICE_AHEAD,
    TALKS,
    co_words,
)
from briefreader.annotate.text.masked_sentences import EVENT

# `meeting`: people meet or speak; `call`: they speak by telephone; `reception`: one receives the other; `talks`: talks
# are held; `holding`: a meeting is held or convened; `chair`: somebody leads; `delegation`: somebody heads one of the
# sides; `attendance`: somebody takes part; `company`: somebody joins the people who lead; `visit`: somebody travels;
# `founding`: a body or meeting is opened.
Act = Literal[
    "meeting",
    "call",
    "reception",
    "talks",
    "holding",
    "chair",
    "delegation",
    "attendance",
    "company",
    "visit",
    "founding",
]
# The people stand on both sides of the verb, before it, after it, or before it and after `with`.
People = Literal["both", "before", "after", "with", "between", "subject after", "subjects after"]


class MeetingVerb(NamedTuple):
    """Holds the forms of a verb or phrase, the act that it reports, and where the people stand.

    `begins` lists the first words of the forms. `needs_people` marks a verb that reports a meeting only where people do
    it (`launched`, `visited`).
    """

    act: Act
    people: People
    begins: str
    forms: str
    needs_people: bool = False


_CHAIR_WORDS = "chaired chair chairs headed represented hosted host hosts presided"

TABLE: tuple[MeetingVerb, ...] = (
    # A courtesy call is a visit, not a call by telephone.
    MeetingVerb(
        "reception",
        "with",
        "received had made receives",
        rf"(?:receive[sd]|had|made) an? (?:[a-z]+,? (?:and )?){{0,2}}?{COURTESY} (?:call|visit)\b(?! (?:up)?on\b)",
    ),
    # People speak by telephone.
    MeetingVerb(
        "call",
        "with",
        f"{HAD_WORDS} made placed received took",
        rf"(?:{HAD}|made|placed|received|took) {DET}{ADJECTIVES}{CALL}\b",
    ),
    MeetingVerb("call", "both", "phoned telephoned rang", rf"(?:(?:tele)?phoned|rang)(?: up)?{NAME_AHEAD})"),
    MeetingVerb(
        "call", "both", "called", rf"called(?! for\b)(?: up| and [a-z]+ed)?{NAME_AHEAD}(?!'s | an? | to be\b| [\"“]))"
    ),
    MeetingVerb(
        "call",
        "with",
        "exchanged exchange exchanges conversed converse converses",
        r"(?:exchange[sd]? (?:[a-z-]+ ){0,3}(?:views|opinions|perspectives)|converse[sd]?) (?:by|over|on|via) (?:the )?"
        r"(?:tele)?phone\b",
    ),
    # One person visits another.
    MeetingVerb(
        "meeting",
        "both",
        "called call calls",
        rf"(?:called|calls?) (?:up)?on{NAME_AHEAD}(?! to\b| and [^.;]{{0,80}}<P> to\b))",
    ),
    MeetingVerb(
        "meeting",
        "both",
        "will pay pays paid paying make made makes",
        r"(?:will )?(?:pa(?:ys?|id|ying)|made|makes?) (?:an? |his |her |their )?(?:[A-Za-z]+,? (?:and )?){0,3}"
        r"(?:[Cc]all|[Vv]isit)s? (?:up)?on\b|(?:will )?pa(?:ys?|id|ying) (?:an? |his |her |their )?"
        rf"{COURTESY} (?:[Cc]all|[Vv]isit)s? to\b",
    ),
    MeetingVerb(
        "meeting",
        "both",
        "paid pays made",
        r"(?:paid|pays|made) an? (?:[a-z]+ ){0,3}[Vv]isit to(?= (?:the |his |"
        r"her )?(?:<CNO>(?:'s)? )?(?:[A-Z]\w+ )?(?:<T>,? )?"
        rf"(?:of (?:the )?<C>,? )?(?:{ADDRESS} )?<P>)",
    ),
    MeetingVerb(
        "meeting",
        "both",
        "presented presents",
        r"present(?:ed|s) (?:a copy of |copies of |the )?(?:his |her |their )?(?:[Ll]etters? of )?(?:[Cc]redentials?|"
        r"[Cc]redence)(?: [\w ]{1,40})? to\b",
    ),
    MeetingVerb(
        "reception",
        "with",
        "granted grants gave gives",
        r"(?:granted|grants|gave|gives) (?:[\w ]{1,30} )?an (?:[a-z]+ )?audience\b",
    ),
    MeetingVerb(
        "reception",
        "both",
        "received receives accepted accepts",
        r"(?:receive[sd]|accept(?:ed|s)) (?:the |(?:an? )?cop(?:y|"
        r"ies) of (?:the )?)?(?:[Ll]etters? of )?(?:[Cc]redentials|"
        r"[Cc]redence) "
        r"(?:of|from|presented by)\b",
    ),
    MeetingVerb(
        "reception",
        "both",
        "was were is are be being",
        rf"{BE} (?:also |warmly |cordially |ceremonially )?(?:received|welcomed|greeted|met)(?: in audience)?"
        r"(?: (?:in|at|to) (?:the )?[^.;,<P>]{0,30}<LRCO>)?(?: (?:today|yesterday|on <D>))? by\b",
    ),
    # People meet, or hold a meeting with others.
    MeetingVerb("meeting", "with", HAD_WORDS, rf"{HAD} {DET}{ADJECTIVES}{KIND}{MEETING}\b"),
    MeetingVerb("talks", "with", HAD_WORDS, rf"{HAD} {DET}{ADJECTIVES}{TALKS}\b"),
    MeetingVerb(
        "meeting",
        "with",
        "exchanged exchange exchanges",
        r"exchange[sd]? (?:[a-z-]+ ){0,3}(?:views|opinions|perspectives)(?= with\b)",
    ),
    MeetingVerb(
        "meeting",
        "with",
        "conferred confers interacts interacted consulted consults",
        r"(?:conferred|confers|interact(?:s|ed)|consulted|consults)(?= (?:[a-z]+ )?with\b)",
    ),
    MeetingVerb(
        "meeting",
        "both",
        "discussed discusses reviewed explored",
        rf"(?:discusse[ds]|reviewed|explored)(?: (?:today|yesterday|on <D>|by phone))? with{NAME_AHEAD})|"
        rf"(?:discusse[ds]|reviewed) [^.;<P>]{{1,160}} with{NAME_AHEAD})",
    ),
    MeetingVerb(
        "call",
        "before",
        "discussed discusses reviewed explored",
        r"(?:discusse[ds]|reviewed|explored) [^.;<P>]{1,200} (?:during|in|over|by) (?:an? |their )"
        rf"{ADJECTIVES}{CALL}\b",
    ),
    MeetingVerb(
        "meeting",
        "both",
        "included includes featured comprised",
        rf"(?:included|includes|featured|comprised) {DET}{ADJECTIVES}(?:{MEETING}|{TALKS}) with{NAME_AHEAD})",
    ),
    MeetingVerb("meeting", "both", "for", rf"for {DET}{ADJECTIVES}(?:{MEETING}|{TALKS}) with{NAME_AHEAD})"),
    MeetingVerb(
        "meeting",
        "both",
        "will spoke speak speaks talked",
        r"(?:will )?(?:spoke|speaks?|talked)(?! (?:at|about|out|of|in favou?r|in support|to (?:reporters|the press|"
        r"the media|journalists)|on (?!the (?:tele)?phone|<D>|behalf))\b)(?! (?:today |yesterday |(?:on )?<D> )?(?:in|"
        r"at|before) (?:the |an? )?(?:[a-z-]+ )?(?:<LROECN>|[A-Z][\w-]+|conference|summit|forum|event|opening|seminar|"
        r"university|parliament)(?![^.;]* with\b))",
    ),
    MeetingVerb(
        "meeting",
        "both",
        "will meet meets met was were is are be being",
        rf"(?:(?:will )?(?:meets?|met)\b{NOT_OF_PEOPLE}|{BE} (?:meeting|to meet)\b{NOT_OF_PEOPLE})",
    ),
    MeetingVerb(
        "meeting",
        "before",
        "issued released made adopted",
        r"(?:issued|released|made|adopted) (?:the following|an?|this|the) (?:[Jj]oint )?(?:[Pp]ress )?(?:[Ss]tatement|"
        r"[Cc]ommuniqu[eé]|[Dd]eclaration)(?= (?:following|after|upon|at the (?:end|conclusion|close) of|on the "
        r"occasion of)\b)",
    ),
    MeetingVerb("meeting", "both", "bade bid bids", rf"(?:bade|bids?) farewell to{NAME_AHEAD})"),
    MeetingVerb("meeting", "both", "sat", r"(?:sat down|sat)\b"),
    MeetingVerb(
        "meeting",
        "before",
        "gave gives held hold holds addressed",
        r"(?:gave|gives|held|holds?|addressed) a joint (?:press|news) (?:conference|briefing)\b",
    ),
    MeetingVerb(
        "meeting",
        "before",
        "addressed briefed spoke held",
        r"(?:addressed|briefed|spoke to|held) (?:the |a )?(?:joint )?(?:media|press|journalists|reporters|press "
        r"(?:conference|briefing))\b(?=[^.;]{0,80} (?:following|after|at the (?:end|conclusion) of) (?:their|the)"
        r"(?: [a-z-]+){0,2} (?:talks|meeting|consultations|discussions|negotiations)\b)",
    ),
    MeetingVerb("holding", "after", "brought brings", r"(?:brought|brings) together\b"),
    MeetingVerb(
        "meeting",
        "subject after",
        "Meeting",
        rf"Meeting(?: (?:in|at|on) (?:the )?<DLRC>(?:, <LC>)?)*"
        rf"(?: today| yesterday)?(?: with)?{NAME_AHEAD})",
    ),
    MeetingVerb(
        "meeting",
        "subject after",
        "After Following",
        rf"(?:After|Following) (?:meeting(?: with)?|{DET}(?:[a-z][a-z-]* ){{0,3}}?(?:{MEETING}|{TALKS}) with)"
        rf"{NAME_AHEAD})",
    ),
    MeetingVerb(
        "meeting",
        "both",
        "after following",
        rf"(?:after|following) (?:meeting(?: with)?|(?:holding |having |an? ){{0,2}}(?:[a-z][a-z-]* ){{0,2}}?"
        rf"(?:{MEETING}|{TALKS}) with){NAME_AHEAD})",
    ),
    MeetingVerb("meeting", "both", "look looks", r"looks? forward to (?:welcoming|hosting|meeting|attending)\b"),
    MeetingVerb(
        "meeting",
        "subject after",
        "In in At at During during Over over",
        rf"(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]ver)(?: the course of)? {DET}{ADJECTIVES}(?:{MEETING}|{TALKS}|"
        rf"{CALL})(?: (?!with )(?:(?! with )[^.,;<P>]){{0,60}})? with{NAME_AHEAD})",
    ),
    MeetingVerb(
        "meeting",
        "subjects after",
        "In in At at During during Over over",
        rf"(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]ver) {DET}{ADJECTIVES}(?:summit )?(?:{MEETING}|{TALKS})(?: (?:on|in|at) "
        r"(?:the )?(?:(?:morning|afternoon|evening|night|margins|"
        r"sidelines) of (?:the )?)?<DLRE>(?:, <LC>)?)*(?: today| "
        rf"yesterday)?,{NAME_AHEAD})",
    ),
    MeetingVerb(
        "meeting",
        "between",
        f"{BETWEEN_WORDS} {BETWEEN_WORDS.title()} {EVENT}",
        rf"(?:(?i:{MEETING}|{TALKS}|{CALL}|summit|session|round|forum)|"
        rf"<E>)(?: [^.;<P>]{{0,80}})? between{NAME_AHEAD})",
    ),
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
