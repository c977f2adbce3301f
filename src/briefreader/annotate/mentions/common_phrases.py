"""Tells capitalized phrases that name nothing from names: `Law Review`, `Foreign Terrorist Organization`."""

from collections.abc import Sequence

from briefreader.annotate.mentions.head_nouns import HEAD_NOUNS
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import FIELD_WORDS

# These terms are capitalized but name no body, event or agreement.
_COMMON = frozenset(
    ("State Party", "Third Party", "Civil Society", "Public Service", "Community College", "Focal Group",
     "Foreign Service", "Senior Foreign Service", "Civil Service", "Point Group", "Task Force",
     "International Conference", "First Party", "Ruling Party", "Opposition Party", "Electoral College",
     "Board of Trustees", "Board of Directors", "School of Law", "Law School", "Medical School", "Executive Committee",
     "Response Team", "Superior Court", "Affected Facility", "Civil Rights Movement", "Project Labor Agreements",
     "Trade Agreement", "Trade Agreements", "Special Agreement", "Special Operation", "Member Organization",
     "White House Meeting", "White House Roundtable", "International Commission", "International Court",
     "Arbitral Tribunal",
     "International Organization", "International Organizations", "High Level Meeting", "High-Level Meeting",
     "Armed Forces", "Air Force", "Air Forces",
     "High Level Segment", "Life Insurance", "Public Assistance", "White House Initiative", "White House Initiatives",
     "Recovery Plan", "Agency Plan", "Family Plan")
)  # fmt: skip
# These words before a head noun make a phrase of domestic law, of the press or of everyday life.
_NOT_AFTER: dict[str, frozenset[str]] = {
    "Conference": frozenset("Press News Judicial Administrative Republican Democratic Video Telephone".split()),
    "Plan": frozenset("Rescue Jobs Families Tax Budget Care Health Pension Insurance".split()),
    "Memorandum": frozenset("Presidential Security".split()),
    "Convention": frozenset("Democratic Republican Party National Annual Constitutional".split()),
    "Review": frozenset(
        "Law Court Congressional Judicial Independent Book Peer Literary Business Streamlining".split()
    ),
    "Declaration": frozenset("Disaster Emergency Tax Customs".split()),
    "Agreement": frozenset("Tentative Labor Plea License Licence Purchase".split()),
    "Project": frozenset("Law Security Litigation".split()),
}
# Only after one of these words do these head nouns show their type; any word may follow `PLACE` or a nationality.
_ONLY_AFTER: dict[str, frozenset[str]] = {
    "Area": frozenset(("Trade",)),
    "Congress": frozenset("World International Global European African Continental Party National".split()),
    "Border": frozenset(),
    "Consultation": frozenset("Political Policy Strategic Consular Office Diplomatic Security Ministerial".split()),
    "Regime": frozenset(
        "Control Technology Sanctions Safeguards Nonproliferation Proliferation Trade Treaty Inspection Verification "
        "Security Monitoring".split()
    ),
    "War": frozenset(
        "Civil Cold Great World Patriotic Gulf Liberation Revolutionary Day Days Winter Continuation Kippur Opium Boer "
        "Independence Months Years Proxy Peninsular Crimean Falklands Second First".split()
    ),
}  # fmt: skip
# These companies are called by other words than fields of policy: not `Critical and Emerging Technologies`.
_FIRMS = frozenset("Technologies Industries Services Motors Holdings".split())
_EVERYDAY = frozenset(
    "Emerging Critical Advanced Strategic Creative Extractive Green Clean New Key Disruptive Financial Essential Basic "
    "Quantum and".split()
)
# An organization or network of these words is a kind and no name.
_KINDS: dict[str, frozenset[str]] = {
    "Organization": frozenset(
        "Foreign Terrorist Terror Transnational Criminal Designated Violent Extremist Nongovernmental Governmental Non "
        "Profit Nonprofit Civil Society Drug Trafficking Listed Specially".split()
    ),
    "Network": frozenset("Open Radio Access Virtualized Private Public Mobile Wireless Local Wide Area".split()),
}
_CODES = frozenset("Conduct Practice Practices Ethics".split())
_SHORT_MEMORANDA = frozenset(("MoU", "MOU"))
_DIALOGUE = frozenset("Relations Partner Partners Partnership Partnerships Coordinator Process".split())
# These capitalized verbs of names are also common at the start of a sentence: `Build Back Better Agenda`.
VERBS_OF_NAMES = frozenset("Build Protect Feed Save Grow Rebuild Restore Unite Make Keep Invest".split())


def is_no_head(context: DocumentContext, index: int) -> bool:
    """Return whether the words beside a head noun show that it heads no name."""
    tokens = context.tokens
    head, before, after = tokens.words[index], tokens.words[index - 1], tokens.word(index + 1)
    if before in _NOT_AFTER.get(head.removesuffix("s"), ()):
        return True
    if head in _SHORT_MEMORANDA and (after != "on" or tokens.word(index + 2) == "the"):
        return True
    if head == "Command" and after == "and":
        return True  # `Command and Staff College`
    if head == "Dialogue" and after in _DIALOGUE:
        return True  # `ASEAN Dialogue Partner`
    if head == "Code":
        return not (after == "of" and tokens.word(index + 2) in _CODES)
    if head in _ONLY_AFTER and before not in _ONLY_AFTER[head]:
        named = head in ("War", "Border") and (
            context.is_a(index - 1, "PLACE", "NORP") or tokens.word(index + 1) == "of"
        )
        return not named
    if head == "Force" and before == "Air" and after in ("One", "Two"):
        return True  # the aircraft
    region = context.listed_at.get(index - 1)
    return head == "Region" and region is not None and region.name.section == "regions"  # `Horn of Africa Region`


def names_nothing(words: Sequence[str], head: str) -> bool:
    """Return whether the words of a phrase with this head noun are a common term."""
    phrase = " ".join(words)
    if phrase in _COMMON:
        return True
    own = [word for word in words if word[0].isalpha() and word != head]
    if head in _FIRMS:
        return all(word in _EVERYDAY or (word in FIELD_WORDS and word not in HEAD_NOUNS) for word in own)
    kind = _KINDS.get(head.removesuffix("s"))
    return kind is not None and kind.issuperset(own)
