"""Lists the forms of address before the names of people, by language, and the letters after them."""

# A dot may follow each of these; none of them is a word of a name.
_ALWAYS = frozenset(
    # English
    "Mr Mrs Ms Miss Mx Messrs Rt Dr Drs Prof Professor Hon Honorable Honourable Honble HE H.E HH H.H HM H.M HRH H.R.H "
    "Excellency Excellencies Highness Majesty Sir Dame Rev Reverend Ven Venerable Rabbi Msgr Monsignor Madam Madame "
    "Adv Atty Eng Engr Er Barrister Cde Comrade Ing Dipl h.c "
    # South Asia
    "Shri Shrimati Smt Sushri Thiru Tmt Janab Maulana Mawlana Mawlawi Mawlavi Maulvi Moulvi Mullah Mufti "
    "Allama Lyonpo Lyonchhen Dasho "
    # Southeast Asia
    "Dato Datuk Datin YB YAB YBhg YBM YAM YTM Pehin Bapak Pak Ibu Bu Nyonya Khun Samdech Oknha Daw Sayadaw "
    # Arab world and Iran
    "Sheikh Shaikh Shaykh Sheikha Shaikha Sayyid Sayyida Ayatollah Hojjatoleslam Haji Hajj Hajji Hajja "
    # Africa
    "Alhaji Alhaja Hajia Hajiya Mallam Malam Otunba Osagyefo Otumfuo Togbe Togbui Oba Ato Woizero Obbo Mzee Mwalimu "
    "Kgosi "
    # Europe and Latin America
    "Mme Mmes Mlle Monsieur Maître Maitre Herr Frau Fräulein Meneer Mevrouw Señor Señora Señorita Senhor Senhora "
    "Signor Signora Doña Dott Avv Lic Mgr "
    # Pacific
    "Ratu".split()
)
DOTTED = frozenset(
    "Fr Ir Mag Dra Arq Pharm Vet Bp Abp Cpt Cptn Comdr Pr Tgk Ust Arch Barr Psic Econ Abog Profa Sra Srta Licda Lcda "
    "Lcdo Mons Evang".split()
)
"""The short forms of address that need their dot, because without it they are other words."""
# These are also given names or other words; inside a name they are part of it.
_AT_FIRST = frozenset(("Awang", "Begum", "Dayang", "Tun", "Imam", "Father", "Fr", "Ir"))
# These words belong to a form of address only beside another of its words.
_COURTESIES = frozenset(("His", "Her", "Royal", "Their"))

ORDER_STARTS = frozenset(("Tan", "Toh", "Puan", "Yang", "Neak", "Lok"))
"""The first words of orders that are a form of address only with a further word."""
HONORIFICS = _ALWAYS | _AT_FIRST | DOTTED | _COURTESIES | {"Tan", "Sri", "Seri"}
ADDRESSES = (
    _ALWAYS | DOTTED | ORDER_STARTS | {"Awang", "Begum", "Dayang", "Tun", "Imam", "H.E.", "H.H.", "H.M.", "H.R.H."}
)
"""The forms of address that show alone that a name follows."""
# These are surnames too: `Minister Pak`, `Lim Guan Eng`.
ALSO_SURNAMES = frozenset("Pak Bu Eng Sheikh Shaikh Sayyid Haji Hajj Malam Mallam Kgosi Daw".split())
NEVER_IN_NAMES = _ALWAYS - ALSO_SURNAMES

# After the first word of such an order or rank its further words follow: `Datuk Seri Panglima`, `Tan Sri`, `Toh Puan`.
ORDERS = {
    **dict.fromkeys(
        ("Dato", "Datuk", "Datin", "Tan", "Pehin"),
        frozenset(
            "Sri Seri Paduka Setia Utama Wira Panglima Amar Patinggi Diraja Pahlawan Indera Bijaya Perkasa Maha".split()
        ),
    ),
    "Toh": frozenset(("Puan",)),
    "Puan": frozenset(("Sri", "Seri")),
    "Yang": frozenset("Berhormat Amat Mulia Berbahagia Arif Teramat".split()),
    "Neak": frozenset(("Oknha",)),
    "Lok": frozenset(("Chumteav",)),
    "Samdech": frozenset(
        "Techo Akka Moha Sena Padei Borvor Thipadei Pichey Kittisangha Pandit Preah Kralahom Kongpol Vibol "
        "Ponhea Chakrei".split()
    ),
}
# The letters after a name for degrees, orders, seats, professions and military courses.
POST_NOMINALS = frozenset(
    # Commonwealth
    "MP MPs MSP MEP MLA MLC MNA MPA MHA MHK KC QC SC PC SAN Bt JP DL CBE OBE MBE KBE DBE GBE KCMG DCMG GCMG CMG KCVO "
    "DCVO GCVO CVO LVO MVO KCB DCB GCB CB CH OM KG KT DSO DSC DSM DFC GC VC TD ADC FRS FRSA FBA FRCS FRCP FREng AFC "
    "AC AO AM OAM PSM AFSM CSC CSM APM ONZ DNZM KNZM CNZM ONZM MNZM QSO QSM CC OC COM CMM OMM MSM CD "
    # South Asia
    "PVSM UYSM AVSM VSM YSM NM VrC IFS IAS IPS NI HI SI TI HJ WWV WV RWP RSP VSV USP "
    "ndc psc afwc hdmc nswc acsc ndu pscn mphil "
    # Africa
    "EGH CBS EBS MGH MBS OGW HSC SPS GCFR GCON GCIH CFR CON OFR OON MFR MON FNSE FCA mni NPOM "
    # Degrees and orders of priests
    "PhD Ph DPhil MPhil MBA MSc BSc LLB LLM LLD DSc EdD MD JD CPA MBBS FRSC SJ OP OFM OSB CSsR "
    # Elsewhere
    "MdB MdEP USMC".split()
)
# These stand in brackets beside a rank or a name.
RETIRED = frozenset("Retd Rtd Ret Retired Rtrd retd rtd ret retired".split())

# Forms of address that are used in few countries.
COUNTRIES_OF_ADDRESS: dict[str, frozenset[str]] = {
    word: frozenset(countries.split(", "))
    for words, countries in (
        ("Shri Shrimati Smt Sushri Thiru Tmt", "India, Nepal"),
        ("Dato Datuk Datin YB YAB YBhg Tun", "Malaysia, Brunei"),
        ("Pehin Awang Dayang", "Brunei"),
        ("Lyonpo Lyonchhen Dasho", "Bhutan"),
        ("U Daw Sayadaw", "Myanmar"),
        ("Samdech Oknha Neak", "Cambodia"),
        ("Khun", "Thailand"),
        ("Bapak Ibu", "Indonesia"),
        ("Ato Woizero Obbo", "Ethiopia"),
        ("Mallam Malam Alhaji Hajiya Otunba", "Nigeria"),
        ("Ratu", "Fiji"),
        ("Herr Frau", "Germany, Austria, Switzerland"),
        ("Sayyid Sayyida", "Oman"),
        ("Hojjatoleslam", "Iran"),
    )
    for word in words.split()
}
