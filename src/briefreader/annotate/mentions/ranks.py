"""Lists military and police ranks and tells a rank from an office before it."""

from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.text.words import DOTTED_RANKS, RANK_ABBREVIATIONS, UNDOTTED_RANKS

_PARTS = (UNDOTTED_RANKS - DOTTED_RANKS) | frozenset("Ldr Marshal Commodore General Admiral Colonel Commander".split())
# These are ranks of forces; `General` is one where no office as `Secretary` stands before it.
_RANKS = frozenset(
    "General Admiral Colonel Captain Lieutenant Major Commander Brigadier Commodore Marshal Sergeant Corporal Ensign "
    "Commandant Generals Admirals Colonels".split()
)
# A word before a rank that belongs to it.
_MODIFIERS = frozenset(
    "Vice Rear Air Chief Field Lieutenant Major Brigadier Wing Group Squadron Flight Fleet Staff Master Gunnery Petty "
    "Warrant Colonel Captain First Second Senior Junior Divisional Corps Army Naval Navy Police Deputy Assistant "
    "Acting Commanding Supreme Allied Force Attorney Consul Secretary Director Inspector Governor Solicitor Auditor "
    "Adjutant Quartermaster Advocate Prosecutor Procurator Comptroller Commissioner Registrar Postmaster Accountant "
    "Surgeon Judge Under Superintendent Treasurer Vicar Minister Regional Joint Theater Theatre Base Chairman "
    "Coordinator Honorary Combatant Component".split()
)
# `General` after one of these is part of the office.
_GENERAL = frozenset(
    "Secretary Director Attorney Consul Governor Inspector Commissioner Auditor Surgeon Solicitor Adjutant Advocate "
    "Prosecutor Comptroller Registrar Superintendent Treasurer Coordinator Vicar Secretaries Directors Consuls "
    "Attorneys Inspectors Commissioners Governors Administrator Controller Judge Delegate Rapporteur Counsel "
    "Brigadier Major Lieutenant Colonel Captain Commandant Representative".split()
)
# After the head noun of a civil office these begin a title of their own: `Permanent Representative Ambassador Lund`.
_OPENING = frozenset(
    "Ambassador Colonel Captain Admiral Brigadier Lieutenant Major Commodore Senator King Queen Sultan Emir Amir "
    "Archbishop Bishop Cardinal Baroness Judge General Marshal Lord Sergeant Prince Princess".split()
)
_PREFIXES = frozenset("Deputy Assistant Associate Principal Chief Vice Lord Acting Under".split())


def is_rank(word: str) -> bool:
    """Return whether a word is the head noun of a rank."""
    return word in _RANKS


def is_modifier(word: str) -> bool:
    """Return whether a word may stand before the head noun of a rank and belong to it."""
    return word in _MODIFIERS


def opens_another(before: str, word: str) -> bool:
    """Return whether the head noun of an office begins another one after the head noun before it.

    `Defence Minister General Lund` has two titles, `Secretary General` and `Major General` are one.
    """
    if word == "General":
        return before not in _GENERAL and before not in _PREFIXES
    if word in ("Counsellor", "Counselor"):
        return before == "Spokesperson" or before == "Spokesman"
    return word in _OPENING and before not in _PREFIXES and before not in _RANKS


def abbreviation_end(context: DocumentContext, index: int) -> int:
    """Return the token after an abbreviated rank (`Lt. Gen.`, `Brig Gen`), the token itself where none begins."""
    tokens = context.tokens
    word = tokens.words[index]
    if word not in RANK_ABBREVIATIONS:
        return index
    last = index
    while last == index or tokens.word(last) in _PARTS:
        dotted = tokens.word(last + 1) == "." and tokens.glued(last + 1)
        if not dotted and word in DOTTED_RANKS - UNDOTTED_RANKS:
            return index
        last += 1 + dotted
        if tokens.word(last) in ("Gov", "Governor") and word == "Lt":
            last += 1 + (tokens.word(last + 1) == ".")
        if word in DOTTED_RANKS:
            break
    if tokens.word(last - 1) == ".":
        return last
    following = tokens.word(last)
    named = len(following) > 1 or tokens.word(last + 1) == "."
    return last if named and context.is_name_word(last) else index
