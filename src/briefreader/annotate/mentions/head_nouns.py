"""Lists the head nouns of names with the entity type that each of them shows."""

from collections.abc import Sequence

from briefreader.model import EntityType


def _typed(words: str, kind: EntityType) -> dict[str, EntityType]:
    return dict.fromkeys(words.split(), kind)


_AGREEMENT = (
    "Agreement Agreements Treaty Treaties Convention Conventions Protocol Protocols Accord Accords Pact Compact "
    "Declaration Charter Initiative Initiatives Partnership Partnerships Program Programme Programs Project Strategy "
    "Plan Guidelines Framework Roadmap Pledge Regime Arrangement Arrangements Memorandum Principles Review Agenda "
    "Vision Consensus Concept Doctrine Code Mechanism Communiqué Communique Statement Commitment Commitments Mandate "
    "Area MoU MOU Moonshot Understanding Covenant Resolution Blueprint Outlook Scheme Challenge Dialogues Compacts"
)
_EVENT = (
    "Dialogue Summit Conference Consultation Meeting Talks Exercise Operation Consultations Ministerial Workshop "
    "Symposium Roundtable Games Olympics Forum War Seminar Congress Retreat Colloquium Webinar "
    "Cup Championship Championships"
)
_ORG = (
    "Ministry Ministries Department Departments Bureau Bureaus Office Offices Agency Agencies Council Commission "
    "Committee Fund Bank Force Forces Command Corps Party Parliament Institute University Academy Center Centre "
    "Foundation Association Organization Organisation Corporation Company Coalition League Mission Navy Army Guard "
    "Service Services Authority Administration Secretariat Board Group Groups Network Facility Embassy Court Tribunal "
    "Institution Fleet Brigade Police Society Federation Movement Front Assembly Directorate Laboratory Team College "
    "Chamber Union Consulate Hospital School Airlines Airways Industries Technologies Pharmaceuticals "
    "Motors Cartel Cartels Battalion Regiment Militia Caucus Consortium Ltd Inc LLC Holdings Bloc Ombudsman "
    "Confederation Limited Berhad Bhd Plc PLC GmbH Nigam Observatory Registry Clearinghouse Hub Unit Taskforce "
    "Endowment Secretariats"
)
_PLACE = (
    "Sea Seas Strait Straits Island Islands Peninsula Province River Bay Ocean Base Airport Palace Hotel Square "
    "Valley Mountains Airfield Canal Lake County Cemetery Memorial Monument Room Station Prefecture Oblast "
    "Governorate Region Gulf Archipelago Isthmus Cathedral Mosque Basilica Church Stadium Arena Hall Park Garden "
    "Bridge Barracks Auditorium Pavilion Dam Shrine Temple Monastery Reservoir "
    "Gardens Avenue Desert Port Castle Shoal Reef Coast Border Zone Highway Museum Basin Corridor Plateau Delta House"
)
HEAD_NOUNS: dict[str, EntityType] = {
    **_typed(_PLACE, "PLACE"),
    **_typed(_ORG, "ORG"),
    **_typed(_EVENT, "EVENT"),
    **_typed(_AGREEMENT, "AGREEMENT"),
}
# These groups of officials are series of meetings.
_MEETING_GROUPS = frozenset(
    "Working Consultation Consultative Steering Focus Small "
    "Contact Coordination Coordinating Study Strategy Joint Planning".split()
)
# With these words a facility is a building, not a fund.
_BUILT = frozenset("Replacement Practice Training Detention Storage Port Airport Maintenance Repair Enrichment".split())
_OF_SIDES = frozenset(
    "Joint Bilateral Trilateral Quadrilateral Intergovernmental Governmental Interministerial Binational "
    "Bi Mixed".split()
)


def type_of_name(head: str, before: Sequence[str]) -> EntityType | None:
    """Return the type of a name with this head noun after these words, None for a word that is no head noun."""
    if head == "Area":
        return "AGREEMENT" if "Trade" in before else None
    if head == "Facility" and not _BUILT.isdisjoint(before):
        return "PLACE"
    if head in ("Committee", "Commission") and not _OF_SIDES.isdisjoint(before):
        return "EVENT"
    if head in ("Group", "Groups", "Committee") and _MEETING_GROUPS.intersection(before):
        return "EVENT"
    return HEAD_NOUNS.get(head)
