"""Tells whether a claim is about the meeting of its text, an earlier event or one to come, or about a person alone."""

import re

from briefreader.annotate.meeting.claims.claim_sentence import ClaimSentence
from briefreader.model import ClaimTime
from briefreader.text import Span

_COMING_BEFORE = re.compile(
    r"\b(?:will|shall|would|(?:look|looks|looked|looking)(?: \w+)? forward|plan(?:s|ned|ning)?|intend(?:s|ed)?|"
    r"upcoming|forthcoming|scheduled|(?:agree[ds]?|decide[ds]?|commit(?:s|ted)?) (?:to|on)|propose[ds]?|invite[ds]?|"
    r"prepar\w+ for|in preparation for|ahead of|(?:also |and )?to (?:hold|host|convene|launch|organi[sz]e|start|begin|"
    r"conduct|initiate))"
    r"\b(?P<rest>[^,;:]*)$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:later this (?:year|month|week|summer|fall|autumn|spring|winter)|next (?:year|month|week|spring|summer|fall|"
    r"autumn|winter)|in the coming \w+|by the end of (?:the|this|next) \w+|tomorrow)\b",
    re.IGNORECASE,
)
_COMING_AFTER = re.compile(
    r"^[^,;:.]{0,80}?\b(?:will|shall|(?:is|are) (?:scheduled|planned|expected|due|set|to)|"
    r"to be (?:held|hosted|convened))\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\bago\b|\b(?:last|previous) (?:year|month|week|spring|summer|fall|autumn|winter|january|february|march|april|"
    r"may|june|july|august|september|october|november|december)\b|\bearlier (?:this|in)\b|\bpreviously\b|"
    r"\b(?:in|under) the "
    r"past\b|\bhad (?:been )?(?:met|gathered|held|convened|hosted)\b|\brecall(?:s|ed|ing)?\b|\bcommemorat\w+|"
    r"\banniversary\b",
    re.IGNORECASE,
)
_OWN_DETERMINER = re.compile(r"\b(?:his|her|my|your)(?: own)?(?: very)? $", re.IGNORECASE)
_POSSESSIVE = re.compile(
    r"(?P<office>\b(?:secretary|president|minister|ambassador|chancellor|premier|king|queen|pope|envoy))?"
    r"['’]s?(?: own)?(?: very)? $",
    re.IGNORECASE,
)
_OWN_AFTER = re.compile(
    r"^,?\W{0,2}(?:[\w.’'-]+ ){0,6}?(?:as (?:an? |the |(?:U\.S\.|US) )?(?:(?:prime|foreign|vice|defen[cs]e) )?"
    r"(?:president|minister|secretary|chancellor|premier|leader|chair|head|ambassador|advis[eo]r|commander)|"
    r"(?:since|after|following|upon) (?:his|her|my|their|the president|taking|assuming|becoming|being|entering)\b"
    r"(?! first))|^[^,;:.]{0,60}? (?:of|in) (?:his|her|my|their) (?:\w+ ){0,2}(?:term|tenure|presidency|career|life|"
    r"role|capacity|post|position)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\b(?:not|hardly|scarcely|neither|nor)(?! (?:only|just|merely))|n['’]t)(?: (?:be|been|necessarily|exactly))?"
    r"(?: (?:the|an?|its|our|their|for the))?(?: very)? $",
    re.IGNORECASE,
)
_UNCERTAIN = re.compile(
    r"\b(?:if|unless|whether|could|might|may|should|not|never|without|avoid\w*|prevent\w*|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(r"(?:\S+\s+){0,14}$")


def is_denied(before: str) -> bool:
    """Return whether the words before `first` deny it: `not the first`."""
    return bool(_DENIED.search(before))


def is_uncertain(clause: str) -> bool:
    """Return whether a clause only supposes or denies its act: `does not default for the first time`."""
    return bool(_UNCERTAIN.search(clause))


def is_ones_own(sentence: ClaimSentence, before: int, after: int) -> bool:
    """Return whether something is the first for one person only: `his first visit`, `the first time as President`."""
    text = sentence.text[sentence.span.start : before]
    if _OWN_DETERMINER.search(text) or _OWN_AFTER.search(sentence.text[after : sentence.span.end]):
        return True
    owner = _POSSESSIVE.search(text)
    if owner is None:
        return False
    if owner["office"]:
        return True
    of = sentence.mention_at(sentence.span.start + owner.start() - 1)
    return of is not None and of.type in ("PERSON", "TITLE")


def time_of(sentence: ClaimSentence, clause: Span, claim: Span) -> ClaimTime:
    """Return when the event of a claim is according to its clause."""
    before = sentence.text[clause.start : claim.start]
    last = _LAST_WORDS.search(before)
    near = last[0] if last else before
    around = sentence.text[clause.start : clause.end]
    if _EARLIER.search(around):
        return "earlier"
    if _COMING_BEFORE.search(near) or _COMING.search(around):
        return "coming"
    return "coming" if _COMING_AFTER.search(sentence.text[claim.end : clause.end]) else "now"
