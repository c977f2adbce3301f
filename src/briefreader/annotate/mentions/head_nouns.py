"""Head nouns of names, and what a name with each of them is."""

from collections.abc import Sequence

from briefreader.model import EntityType


def _heads(words: str, kind: EntityType) -> dict[str, EntityType]:
    return dict.fromkeys(words.split(), kind)


_AGREEMENT = (
    "Agreement Agreements Treaty Treaties Convention Conventions Protocol Protocols Accord Accords Pact Compact "
    "Declaration Charter Initiative Initiatives Partnership Partnerships "
    "Program Programme Programs Project Strategy Plan "
    "Guidelines Framework Roadmap Pledge Regime Arrangement Arrangements Memorandum Principles Review Agenda Vision "
    "Consensus Concept Doctrine Code Mechanism Communiqué "
    "Communique Statement Commitment Commitments Mandate Moonshot "
    "Understanding Covenant Resolution Blueprint Outlook Scheme Challenge Dialogues Compacts"
)
_EVENT = (
    "Dialogue Summit Conference Meeting Talks Exercise Operation Consultations Ministerial Workshop "
    "Symposium Roundtable Games Olympics Forum War Seminar Congress"
)
_ORG = (
    "Ministry Ministries Department Departments Bureau Bureaus Office "
    "Offices Agency Agencies Council Commission Committee "
    "Fund Bank Force Forces Command Corps Party Parliament Institute University Academy Center Centre Foundation "
    "Association Organization Organisation Corporation Company Coalition League Mission Navy Army Guard Service "
    "Services Authority Administration Secretariat Board Group Groups "
    "Network Facility Embassy Court Tribunal "
    "Institution Fleet Brigade Police Society Federation Movement Front Assembly Directorate Laboratory Team College "
    "Chamber Union Consulate Hospital School Force-Korea "
    "Airlines Airways Industries Technologies Pharmaceuticals Motors Cartel Cartels Battalion Regiment Militia Caucus "
    "Consortium Ltd Inc LLC Holdings Bloc Ombudsman Observatory Registry Clearinghouse Hub Unit Taskforce"
)
_PLACE = (
    "Sea Seas Strait Straits Island Islands Peninsula Province River Bay Ocean Base Airport Palace Hotel Square "
    "Valley Mountains Airfield Canal Lake County Cemetery "
    "Memorial Monument Room Station Prefecture Oblast Governorate "
    "Region Gulf Archipelago Isthmus Cathedral Mosque Basilica Church Stadium Arena Hall Park Garden Gardens Avenue "
    "Desert Port Castle Shoal Reef Coast Border Zone Highway Museum Basin Corridor Plateau Delta House"
)
HEADS: dict[str, EntityType] = {
    **_heads(_PLACE, "PLACE"),
    **_heads(_ORG, "ORG"),
    **_heads(_EVENT, "EVENT"),
    **_heads(_AGREEMENT, "AGREEMENT"),
}
# Groups of officials that exist only as meetings.
_MEETING_GROUPS = frozenset(
    "Working Consultation Consultative Steering Focus Small "
    "Contact Coordination Coordinating Study Strategy Joint Planning".split()
)


# A facility that is built, not a fund.
_BUILT = frozenset("Replacement Practice Training Detention Storage Port Airport Maintenance Repair Enrichment".split())
_SIDES = frozenset("Bilateral Trilateral Quadrilateral Intergovernmental Interministerial".split())


def kind_of(head: str, before: Sequence[str]) -> EntityType | None:
    """Return what a name with this head and these words before it is, None where the word heads nothing."""
    if head == "Facility" and not _BUILT.isdisjoint(before):
        return "PLACE"
    if head == "Committee" and not _SIDES.isdisjoint(before):
        return "EVENT"
    if head in ("Group", "Groups", "Committee") and _MEETING_GROUPS.intersection(before):
        return "EVENT"
    return HEADS.get(head)
