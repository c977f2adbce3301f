"""Lists the verbs and phrases by which people speak, call on each other and meet."""

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
    MEETING,
    NAME_AHEAD,
    NOT_OF_PEOPLE,
    TALKS,
)
from briefreader.annotate.meeting.report.meeting_verb import MeetingVerb
from briefreader.annotate.text.masked_sentences import EVENT

VERBS: tuple[MeetingVerb, ...] = (
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
)
