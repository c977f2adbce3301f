"""Names the level of a meeting, such as `Leaders` or `Foreign Ministers`: groups meet at several, each a series."""

import re
from collections import Counter
from collections.abc import Iterable

_LEADERS = "Leaders"
# The first name whose words stand in a title; of two names the one that stands first.
_IN_TITLE = re.compile(
    r"\b(?:(?P<Leaders>Leaders?|Heads of (?:State|Government)|Prime Ministers|Presidents|Presidential)|"
    r"(?P<Deputy_National_Security_Advisors>Deputy National Security Advis[eo]rs)|"
    r"(?P<National_Security_Advisors>National Security Advis[eo]rs)|"
    r"(?P<Vice_Foreign_Ministers>Vice[ -](?:Foreign )?Minist(?:ers|erial)|Deputy Foreign Ministers)|"
    r"(?P<Foreign_Ministers>Foreign Minist(?:ers|erial))|(?P<Defense_Ministers>Defen[cs]e Minist(?:ers|erial))|"
    r"(?P<Finance_Ministers>Finance Minist(?:ers|erial))|(?P<Energy_Ministers>Energy Minist(?:ers|erial))|"
    r"(?P<Trade_Ministers>Trade Minist(?:ers|erial))|(?P<Health_Ministers>Health Minist(?:ers|erial))|"
    r"(?P<Climate_Ministers>Climate Minist(?:ers|erial))|(?P<Justice_Ministers>Justice Minist(?:ers|erial))|"
    r"(?P<Interior_Ministers>Interior Minist(?:ers|erial))|(?P<Agriculture_Ministers>Agriculture Minist(?:ers|erial))|"
    r"(?P<Ministers>Minist(?:ers|erial))|(?P<Senior_Officials>Senior Officials))\b"
)
_OFFICES = (
    ("Deputy National Security Advisors", re.compile(r"\bDeputy National Security Advis[eo]r")),
    ("National Security Advisors", re.compile(r"\bNational Security (?:Advis[eo]r|Secretariat|Office)|\bAPNSA\b")),
    ("Vice Foreign Ministers", re.compile(r"\bDeputy Secretary of State|\b(?:Vice|Deputy)[ -](?:Foreign )?Minister")),
    ("Foreign Ministers", re.compile(
        r"(?<!Deputy )(?<!Assistant )(?<!Under )\bSecretary of State|\bForeign (?:Affairs )?(?:Minister|Secretary)|"
        r"\bMinister (?:of|for) Foreign")),
    ("Defense Ministers", re.compile(
        r"(?<!Deputy )(?<!Assistant )(?<!Under )\bSecretary of Defense|\bDefen[cs]e (?:Minister|Secretary)|"
        r"\bMinister (?:of|for) (?:National )?Defen[cs]e")),
    (_LEADERS, re.compile(
        r"^(?:[\w.-]+ )?(?:Vice )?President$|^(?!Deputy )(?:[\w.-]+ )?(?:Prime Minister|Chancellor|Premier|Taoiseach|"
        r"King|Emir|Sultan)$|^President of (?:the )?(?!European)")),
)  # fmt: skip


def level_name(title: str, said: str, offices: Iterable[str]) -> str | None:
    """Return the level that a title names, else the words beside the group, else most of the offices; None without one.

    `said` are the words beside the name of the group, `offices` those of the people who met.
    """
    for named in (_IN_TITLE.search(title), _IN_TITLE.search(said.title())):
        if named and named.lastgroup:
            return named.lastgroup.replace("_", " ")
    found = Counter(level for office in offices if (level := _of_office(office)))
    return found.most_common(1)[0][0] if found else None


def _of_office(office: str) -> str | None:
    return next((level for level, words in _OFFICES if words.search(office)), None)
