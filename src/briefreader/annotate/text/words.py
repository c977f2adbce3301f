"""Lists the classes of words that several recognizers use: function words, titles, head nouns of offices, fields."""

from functools import lru_cache

from briefreader.annotate.text.honorifics import HONORIFICS
from briefreader.roman_numerals import roman

# The same words come again in every text; what is known of so many of them is kept.
WORDS_KEPT = 1 << 14
# These words are capitalized at the start of a sentence or in a headline; no name begins with one of them.
FUNCTION_WORDS = frozenset(
    "THE OF AND FOR TO BY FROM WITH The This These That Those A An In On At As For From By To With Of And Or But If "
    "It Its They Their He His She Her We Our I My You Your Both All Each Any No Not So Such Some Many More Most "
    "Several Two Three Four Five Six Seven During Following After Before Since While When Where Who Which What How "
    "Why Until Through Throughout Under Over Between Among Against About Into Upon Within Without Toward Towards "
    "Beyond Despite Given Also However Additionally Furthermore Moreover Finally Today Yesterday Tomorrow Now Then "
    "Here There Together Recognizing Recalling Noting Reaffirming Acknowledging Building Looking Welcoming "
    "Emphasizing Underscoring Highlighting Speaking Begin Advance Promote Strengthen Deepen Enhance Expand Improve "
    "Increase Ensure Combat Protect Build Renewed End Text Former Incoming Outgoing New Newly Late Current Other "
    "Another Only Just Regarding Concerning Including Joined Chaired Hosted Led Based Consistent Per Via Than Be Is "
    "Are Was Were Will Would Can Could May Must Q Shall Should Has Have Had Do Does Did Yes Please Let Thank Thanks "
    "Dear Sincerely Attributable Like Unlike".split()
)
DASHES = frozenset("-–—")
# A token has the straight apostrophe also where the text has the curly one.
POSSESSIVE = frozenset(("'s", "'"))
# A headline has these verbs before a name.
HEADLINE_VERBS = frozenset(
    "Host Hosts Hold Holds Lead Leads Join Joins Announce Announces Launch Launches Convene Convenes Welcomes Welcome "
    "Attends Attend Conclude Concludes Adopt Adopts Sign "
    "Signs Endorse Endorses Renews Issue Issues Release Releases Underscore Underscores Reaffirm Reaffirms Affirm "
    "Affirms Deepen Deepens Strengthens Advances Highlights Marks Mark Celebrates Launched Concluded Hosted Held "
    "Discuss Discusses Outlines Supports Support Commend Commends Condemn Condemns Urge Urges Applaud Applauds".split()
)
# The ordinal of a meeting or of an office holder is no part of the name.
_FIRST_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_FIRST_ORDINALS, 1)},
    **{f"{word}ieth": number for word, number in _TENS.items()},
    **{
        f"{word}y-{_FIRST_ORDINALS[unit - 1]}": number + unit for word, number in _TENS.items() for unit in range(1, 10)
    },
    **{f"{number}{'th' if number > 3 else ('st', 'nd', 'rd')[number - 1]}": number for number in range(1, 21)},
    "inaugural": 1,
    "maiden": 1,
}
# The number of a sitting in Roman figures (`XIV session`); `I` alone is a pronoun.
ROMAN_NUMERALS = {roman(number).upper(): number for number in range(2, 90)}
# A headline has these words after a name.
HEADLINE_WORDS = frozenset(
    "Completes Receives Chairs Inaugurates Congratulates Reviews Reiterates Expresses Praises Offers Sends Tours "
    "Meeting Meetings Meets Meet Met Call Calls Called Visit Visits Travel Travels Trip Announces Announce Announced "
    "Statement Statements Remarks Readout Joint Participation Participates Hosts Host Holds Hold Speaks Spoke Discuss "
    "Discusses Signs Sign Leads Attends Joins Welcomes Delivers Concludes Opens Says Said Urges Condemns Address "
    "Addresses Interview Letter Message Press Conference Briefing Bilateral Trilateral Virtual Video Engagement "
    "Conversation Discussion Discussions Summit Dialogue On With At In To And Of For From Before After Following "
    "Regarding Administration Regime Government Counterpart Counterparts Nominates Appoints Names Issues Launches "
    "Highlights Convenes Convene Celebrates Commemorates Departs Arrives Returns Releases Takes Makes Will Doctrine "
    "Launch Details Outlines Unveils Unveil Marks Applauds Commends Reaffirms Honours Declaration Plan Foundation "
    "Institute Center Delegation Team Bill Act Honors Swears Lead Gaggle Fact Sheet Event Ceremony Reception Dinner "
    "Luncheon Toast Toasts Testimony Speech Proposal Ahead Received Greets Thanks Telephones Telephoned Doorstop "
    "Transcript Presser Keynote Opening Closing Introductory Concluding".split()
)
PARTICLES = frozenset(
    "al Al el El bin Bin binti Binti bint Bint bte ibn Ibn ben Ben abu Abu Abd ould Ould uulu kyzy qizi gyzy ogly oglu "
    "oghlu von van der den de del della di da dos das do du des la le las los La Le De Di Da Du Van Von Del Della Dos "
    "ten ter te st zu zum zur af av vid y e bani ul ur Ó Ní Nic Uí Mhic Mac".split()
)
# `XI` is left out: in capitals the Chinese family name is written so.
SUFFIXES = frozenset({"Jr", "Sr", *(roman(number).upper() for number in range(2, 24))} - {"XI"})

# The fields of offices and bodies consist of these words (`Arms Control and International Security`); the first other
# word begins a name.
FIELD_WORDS = frozenset(
    "State Defense Defence War Treasury Commerce Energy Homeland Justice Labor Labour Interior Transportation "
    "Transport Agriculture Education Health Human Services Housing Urban Development Veterans Affairs Foreign External "
    "Internal National International Security Policy Political Military Civilian Democracy Rights Economic Growth "
    "Environment Environmental Arms Control Nonproliferation Proliferation Disarmament Verification Compliance "
    "Deterrence Stability East Asian Pacific South Central European Eurasian African Near Eastern Western Hemisphere "
    "Management Resources Space Nuclear Chemical Biological Countering Counter Counterterrorism Terrorism Indo Trade "
    "Industry Industrial Business Finance Financial Fiscal Monetary Economy Planning Investment Prevention "
    "Intelligence Analysis Research Culture Cultural Heritage Science Scientific Technology Technologies Innovation "
    "Fisheries Fishery Forestry Food Rural Climate Change Cooperation Population Refugees Migration Immigration "
    "Narcotics Law Enforcement Public Diplomacy Global Strategic Strategy Water Infrastructure Communications "
    "Communication Telecommunications Tourism Sport Sports Youth Women Gender Family Children Social Welfare Religious "
    "Religion Freedom Crime Crimes Criminal Markets Operations Operational Plans Programs Capabilities Capability "
    "Acquisition Sustainment Engineering Personnel Readiness Information Digital Cyber Cyberspace Cybersecurity "
    "Emerging Critical Minerals Mining Mineral Petroleum Oil Gas Natural Electricity Power Oceans Ocean Maritime "
    "Marine Legislative Legal Consular Parliamentary Parliament Army Navy Naval Air Force Forces Staff Reserve "
    "Integration Reintegration Reconstruction Reconciliation Reform Regional Multilateral Bilateral Special Peace "
    "Peacekeeping Humanitarian Emergency Disaster Relief Response Civil Society Community Communities Local Government "
    "Administration Administrative Budget Revenue Taxation Customs Border Protection Employment Skills Training "
    "Pensions Consumer Competition Competitiveness Small Medium Enterprise Enterprises Export Import Exports Sanctions "
    "Supply Chains Chain Neighbourhood Neighborhood Enlargement Europe Europeans Home Commonwealth Union Equality "
    "Inclusion Values Transparency Governance Corruption Integrity Property Intellectual Works Construction Roads Rail "
    "Aviation Shipping Ports Land Territory Ecology Ecological Transition Sustainable Sustainability Nature "
    "Conservation Wildlife Parks Forests Green Hydrogen Atomic Exchequer Chiefs Joint Chancellery Cabinet Office "
    "Protocol Press Media Broadcasting Arts Recreation Diaspora Expatriates Overseas Islamic Endowments Awqaf "
    "Municipal Municipalities Rehabilitation Regulation Regulations Standardization Veteran Families Traditional "
    "Handicrafts Hajj Zakat Relations Implementation Coordination Outreach Engagement Partnerships Partnership "
    "Alliances Negotiations Hostage Hostages Issues Matters Studies Statistics Standards Safety Quality Medicine "
    "Medical Sanitary Drug Drugs Threat Reduction Infectious Diseases Biodefense Pandemic Preparedness Gulf Peninsula "
    "Asia Africa America Americas Arabian Iraqi Kurdistan Northern Southern North West Southeast Northeast Mainland "
    "Unification Patriots Economics Citizen Citizens Peoples Indigenous Crown Arctic Antarctic Democratic Resilience "
    "Data Artificial Biotechnology Mobility Diplomatic Trafficking Persons Negotiation Delivery Prosperity "
    "Connectivity Procurement Licensing Antiquities Assets Gaming Aging Ageing Elderly Disabilities Wetlands "
    "Irrigation Livestock Sanitation Reforms Modernization Decentralization Entrepreneurship Startups Semiconductors "
    "Semiconductor Logistics Corporations Privatization Petrochemicals Metals Museums Archives Literacy Vocational "
    "Universities Aerospace Aeronautics Armaments Armament Munitions Organization Organizations and Advanced Projects "
    "General Comprehensive Transnational Organized WMD CBRN Weapons Mass Destruction Worship Cults Emigrants "
    "Emigration Abroad Asylum Francophonie Cohesion Solidarity Territorial Territories Lands Devolution Wellness "
    "Consumers Cooperatives Fertilizers Chemicals Steel Coal Railways Railway Textiles Textile Tribal Minority "
    "Minorities Heavy Industries Waterways Highways Road Earth Sciences Skill Commodity Commodities Plantation "
    "Plantations Estate Buddhasasana Hindu Hydrocarbons Renewable Renewables Fuel Primary Secondary Higher Basic "
    "Creative Manpower Villages Disadvantaged Regions Transmigration Bureaucratic Empowerment Agrarian Spatial "
    "Domestic Unity Federal Entrepreneur Constitution Constitutional Institutions Institutional Presidency "
    "Presidential Memory Agenda Nordic Baltic Equal Opportunities Healthcare Care Supplies Guidance Pilgrimage Umrah "
    "Tolerance Coexistence Happiness Functions Duties Delta Solid Poverty Alleviation Blue Art Chieftaincy Harmony "
    "Interfaith Provincial Production Programme Programmes Organisation Organisations Organised Privatisation "
    "Modernisation Decentralisation Digitalisation Digitalization Digitization Industrialisation Industrialization "
    "Standardisation Regularisation Migrants Migrant Workers Returnees Refugee Cadastre Demography Demographic "
    "Elections Electoral Ombudsman Ethics Appeals Prosecutions Investigation Investigations Fleet Frontier Frontiers "
    "Province Islands Island Caribbean Latin Oceania Eurasia Balkans Mediterranean Levant Maghreb Sahel Horn Treaty "
    "Treaties Conventional Evaluation Monitoring Inspection Robotics Informatics Computing ICT Telecommunication Post "
    "Posts Postal Propaganda Ideology Recovery Normalisation Normalization Integrated Interim Accession Associations "
    "Association Neighbours Neighbors Worldwide Economies Market Single Resilient Simplification Productivity Wealth "
    "Fairness Intergenerational Startup Rule Demining Mine Action Attractiveness Nationals Citizenship Identity "
    "Identities Ethnic Nationalities Mosques Holy Two Promotion Liaison Documentation Passports Visa Visas Consulate "
    "Facilitation Accountability Audit Purchases Ammunition Logistic Manufacturing Materials Fashion Design Film Music "
    "Language Languages Scholarship Scholarships Alumni Courts Court Prisons Prison Correctional Corrections Landuse "
    "Lotteries Registration Magistracy Bar Notaries Mint Meteorology Census Archive".split()
)


def is_field_word(word: str) -> bool:
    """Return whether a word occurs in the fields of offices, also where it is all in capitals."""
    return word in FIELD_WORDS or (len(word) > 2 and word.isupper() and word.capitalize() in FIELD_WORDS)


# The head nouns of offices.
_SINGULAR = (
    "President Minister Secretary Chancellor Ambassador Advisor Adviser Representative Envoy Coordinator Director "
    "General Admiral Colonel Captain Lieutenant Major Commander Commissioner Chairman Chairwoman Chair Chairperson "
    "Speaker Governor Mayor Senator Congressman Congresswoman King Queen Prince Princess Emir Sultan Pope Premier "
    "Taoiseach Chief Counselor Counsellor Administrator Spokesperson Spokesman Spokeswoman Treasurer Justice Judge "
    "Attorney Consul Delegate Negotiator Sherpa Officer Marshal Sergeant Brigadier Commodore Cardinal Bishop "
    "Archbishop Patriarch Councillor Councilor Prosecutor Undersecretary Comptroller Inspector Rapporteur Economist "
    "Scientist Archivist Czar Deputy Principal Lord Baroness Baron Emperor Amir Empress Marquess Earl Duke Duchess "
    "Parliamentarian Strategist Aide Assistant Chargé Surgeon Associate Nuncio Legate Statesman Fellow Official Head "
    "Clerk Ruler Member Attaché Counsel Custodian Regent Dean Registrar Auditor Ombudsman Superintendent Constable "
    "Corporal Ensign Mufti Rector Tánaiste Catholicos Besar Solicitor Convener Charge Sheriff Ariki Landeshauptmann "
    "Hetman Commandant Whip Leader Yang"
).split()
_IRREGULAR = {
    "Secretaries": "Secretary", "Chairmen": "Chairman", "Spokesmen": "Spokesman", "Chiefs": "Chief",
    "Undersecretaries": "Undersecretary", "Chargés": "Chargé", "Attorneys": "Attorney", "Attaches": "Attaché",
    "Attache": "Attaché",
}  # fmt: skip
OFFICE_HEADS: dict[str, str] = {
    **{word: word for word in _SINGULAR},
    **{f"{word}s": word for word in _SINGULAR if not word.endswith(("y", "s", "man"))},
    **_IRREGULAR,
}


@lru_cache(WORDS_KEPT)
def office_head(word: str) -> str | None:
    """Return the singular of a head noun of an office, None for any other word."""
    return OFFICE_HEADS.get(word) or (OFFICE_HEADS.get(word.capitalize()) if len(word) > 3 and word.isupper() else None)


# These acronyms are offices where a name follows.
OFFICE_ACRONYMS = {
    "PM": "Prime Minister", "FM": "Foreign Minister", "NSA": "National Security Advisor", "VP": "Vice President",
    "DPM": "Deputy Prime Minister", "DFM": "Deputy Foreign Minister", "VFM": "Vice Foreign Minister",
    "SG": "Secretary General", "EAM": "External Affairs Minister", "SecDef": "Secretary of Defense",
    "HRVP": "High Representative and Vice-President", "DepSec": "Deputy Secretary",
    "DepSecDef": "Deputy Secretary of Defense", "CS": "Cabinet Secretary", "PCS": "Prime Cabinet Secretary",
    "PS": "Principal Secretary", "CDS": "Chief of Defence Staff", "COAS": "Chief of Army Staff",
    "IGP": "Inspector General of Police", "MoS": "Minister of State", "CEO": "Chief Executive Officer",
    "SRSG": "Special Representative of the Secretary-General", "DSG": "Deputy Secretary-General",
    "USG": "Under-Secretary-General", "ASG": "Assistant Secretary-General", "DG": "Director General",
    "DDG": "Deputy Director General", "DCM": "Deputy Chief of Mission", "SFA": "Secretary of Foreign Affairs",
}  # fmt: skip
# These stand before the name of a ship.
SHIP_PREFIXES = frozenset("USS USNS USCGC HMS HMAS HMCS HMNZS HNLMS INS PNS KRI BRP SLNS ROKS JS".split())
# These abbreviations need a dot.
DOTTED_RANKS = frozenset("Sen Rep Gov Amb Sec Sens Reps Pres Insp Supt".split())
# The forces of the Commonwealth write these without a dot.
UNDOTTED_RANKS = frozenset(
    "Cpl Pte SSgt MSgt LtCol LtGen MajGen BrigGen BGen LtCdr Gen Adm Lt Maj Col Capt Cmdr Cdr Cdre Sgt Brig "
    "VAdm RAdm Amb Gp Wg Sqn Flt AVM ACM GEN ADM LTG MG VADM RADM BG COL".split()
)
RANK_ABBREVIATIONS = DOTTED_RANKS | UNDOTTED_RANKS


@lru_cache(WORDS_KEPT)
def is_body_acronym(word: str) -> bool:
    """Return whether a word has the form of an acronym of a body, listed or not: `FEMA Administrator`."""
    return (
        len(word) > 2
        and word.isalpha()
        and word.isupper()
        and word not in OFFICE_ACRONYMS
        and word not in RANK_ABBREVIATIONS
        and word not in HONORIFICS
        and not is_field_word(word)
    )
