"""Lists the offices that only one government or a few governments have, and those that a government cannot have."""

import re

# The offices of one government: no other has an office of that name.
_PECULIAR = tuple(
    (re.compile(source), side)
    for source, side in (
        (
            r"External Affairs Minister|State for External Affairs|Raksha Mantri|Lok Sabha|Rajya Sabha",
            "India",
        ),
        (r"Cabinet Secretary (?:for|of)|Prime Cabinet Secretary", "Kenya"),
        (r"Chief Cabinet Secretary|(?:Parliamentary|Administrative) Vice.Minister", "Japan"),
        (r"Taoiseach|T[áa]naiste", "Ireland"),
        (r"Commonwealth and Development Affairs|Chancellor of the Exchequer|First Sea Lord", "United Kingdom"),
        (r"Foreign and Commonwealth|Duchy of Lancaster", "United Kingdom"),
        (r"Yang di-Pertuan Agong|Menteri Besar", "Malaysia"),
        (r"State Councill?or", "China"),
        (r"Custodian of the Two Holy Mosques", "Saudi Arabia"),
        (r"Captains? Regent", "San Marino"),
        (r"Pope|(?:Apostolic|Papal) Nuncio", "Holy See"),
        (r"Grand Duke", "Luxembourg"),
        (r"High Representative.* for Foreign Affairs and Security Policy", "European Union"),
        (r"High Representative(?:/| and )Vice.President|HRVP", "European Union"),
        (r"Minister of (?:the )?People's Power", "Venezuela"),
        (
            r"Coordinating Minister (?:for|of) (?:the )?(?:Political|Maritime|Human|People|Economic Affairs)",
            "Indonesia",
        ),
        (r"(?:Assistant|Under|Deputy) (?:Under |Assistant )?Secretary of (?:State|War|Defense)\b", "United States"),
        (r"Secretary of (?:the )?(?:Homeland Security|War|Treasury)", "United States"),
        (r"Director of National Intelligence|Surgeon General|Second Gentleman", "United States"),
        (r"Federal Councill?or", "Switzerland"),
    )
)
# The offices of a few governments: the only one of them that a text names has the office.
_SHARED = tuple(
    (re.compile(source), frozenset(sides.split(", ")))
    for source, sides in (
        (r"Federal Chancellor", "Germany, Austria"),
        (
            r"Federal (?:Foreign )?Minister",
            "Germany, Austria, Pakistan, Nigeria, Belgium, Nepal, Somalia, Bosnia and Herzegovina",
        ),
        (r"International Relations and Co-?operation", "South Africa, Namibia"),
        (r"Minister of External Relations", "Angola, Cameroon, Brazil"),
        (r"Foreign Affairs and Worship", "Argentina, Costa Rica"),
        (r"Secretary of Foreign Affairs|Foreign Affairs Secretary", "Philippines, Mexico, Honduras, Sri Lanka"),
        (
            r"Foreign Secretary",
            "United Kingdom, India, Pakistan, Bangladesh, Nepal, Sri Lanka, Maldives, Philippines, Mexico, Bhutan, "
            "Papua New Guinea, Seychelles, Samoa, Solomon Islands",
        ),
        (r"Foreign and European Affairs", "Croatia, Slovakia, Luxembourg, Malta, France"),
        (r"Europe and Foreign Affairs", "France, Albania"),
        (
            r"Minister (?:for|of) Foreign Affairs and Trade",
            "Hungary, Ireland, New Zealand, Australia, Kiribati, South Korea",
        ),
        (
            r"Cabinet Secretary|Principal Secretary",
            "Kenya, Lesotho, Eswatini, Malawi, India, United Kingdom, Philippines, Seychelles, Pakistan, Bangladesh, "
            "Nepal, South Africa",
        ),
        (
            r"Permanent Secretary",
            "Thailand, Singapore, Sri Lanka, Uganda, Fiji, Mauritius, Zambia, Botswana, Nigeria, Malta, Zimbabwe, "
            "Jamaica, Trinidad and Tobago, Tanzania, Solomon Islands, Saint Lucia, Barbados, Guyana, Rwanda, Gambia, "
            "Brunei, Kenya, Ethiopia, Japan, Bahamas, Belize, Grenada, Antigua and Barbuda, Dominica, Tonga, "
            "Sierra Leone, Saint Kitts and Nevis, Saint Vincent and the Grenadines, Vanuatu, Samoa",
        ),
        (
            r"State Secretary",
            "Germany, Sweden, Norway, Hungary, Slovenia, Slovakia, Switzerland, Iceland, Estonia, Latvia, Romania, "
            "Croatia, Serbia, Bulgaria, Finland, Montenegro, Belarus, North Macedonia, Kyrgyzstan",
        ),
        (
            r"Crown Prince",
            "Saudi Arabia, Kuwait, Bahrain, Jordan, Norway, Denmark, Japan, United Arab Emirates, Morocco, Brunei, "
            "Liechtenstein, Luxembourg",
        ),
        (r"\b[AE]mir\b", "Qatar, Kuwait"),
        (r"\bSultan\b", "Oman, Brunei, Malaysia"),
        (
            r"\bKing\b",
            "Jordan, Bahrain, Saudi Arabia, Morocco, Spain, Norway, Sweden, Denmark, Netherlands, Belgium, Bhutan, "
            "United Kingdom, Thailand, Cambodia, Malaysia, Tonga, Lesotho, Eswatini",
        ),
        (r"\bRuler\b", "United Arab Emirates"),
        (r"Royal Government", "Cambodia, Bhutan"),
        (r"Foreign Employment", "Sri Lanka, Nepal"),
        (r"\b(?:Senior|Coordinating) Minister\b", "Singapore, Indonesia"),
    )
)
_MONARCHIES = frozenset(
    "Antigua and Barbuda;Australia;Bahamas;Bahrain;Belgium;Belize;Bhutan;Brunei;Cambodia;Canada;Denmark;Eswatini;"
    "Grenada;Jamaica;Japan;Jordan;Kuwait;Lesotho;Liechtenstein;Luxembourg;Malaysia;Monaco;Morocco;Netherlands;"
    "New Zealand;Norway;Oman;Papua New Guinea;Qatar;Saint Kitts and Nevis;Saint Lucia;Saint Vincent and the "
    "Grenadines;Saudi Arabia;Solomon Islands;Sweden;Thailand;Tonga;Tuvalu;United Kingdom;Cook Islands;Niue".split(";")
)
# Spain has a king and a president of the government, the Emirates a president and crown princes.
_CROWNED = _MONARCHIES | {"Spain", "United Arab Emirates", "Andorra", "Holy See", "Samoa"}
_WITHOUT_PRIME_MINISTER = frozenset(
    "United States;Philippines;Indonesia;Brazil;Mexico;Kenya;Nigeria;Ghana;South Africa;Argentina;Chile;Colombia;"
    "Ecuador;Bolivia;Paraguay;Uruguay;Venezuela;Costa Rica;Panama;Honduras;Guatemala;El Salvador;Nicaragua;"
    "Dominican Republic;Cyprus;Turkey;Zambia;Malawi;Botswana;Liberia;Sierra Leone;Gambia;Maldives;Palau;"
    "Micronesia;Marshall Islands;Seychelles;Turkmenistan;Switzerland;Iran;Angola;Burundi".split(";")
)
_PRESIDENT = re.compile(r"(?:[Vv]ice |[Ee]xecutive )*President(?:-elect)?")
_PRIME_MINISTER = re.compile(r"\bPrime Minister$")
_ROYAL = re.compile(r"\b(?:King|Queen|Sultan|[AE]mir|Crown Prince)\b")
# These offices stand in texts of the United States without a country; other governments have them too.
_AMERICAN = re.compile(
    r"(?:Acting |Principal )*(?:Secretary|(?:(?:Deputy|Under|Assistant) Secretary|Deputy Assistant Secretary|"
    r"Special Presidential Envoy)(?: for .*)?|(?:Principal )?(?:Deputy )?National Security Advisor|Press Secretary|"
    r"Assistant to the President.*|Attorney General|Speaker)"
)
# These are seldom those of another government.
_VERY_AMERICAN = re.compile(
    r"(?:Acting )?(?:Secretary of (?:the )?(?:State|Defense|Commerce|Energy|Labor|Transportation|Agriculture|Education|"
    r"Interior|Health and Human Services|Housing and Urban Development|Veterans Affairs)|Homeland Security Secretary|"
    r"(?:Treasury|Defense|Labor|Commerce) Secretary|Senior Bureau Official|National (?:Climate|Economic) Advisor|"
    r"Homeland Security Advisor|Domestic Policy Advisor|Congress(?:wo)?man)"
)
_NEVER_AMERICAN = re.compile(
    r"\bMinisters?\b|\bChancellor\b|\bKing\b|\bQueen\b|\bEmir\b|\bAmir\b|\bSultan\b|\bPrince\b|\bPremier\b|"
    r"\bState Secretary\b|\bForeign Secretary\b|\bPermanent Secretary\b|\bHigh Commissioner\b|\bTaoiseach\b|\bRuler\b"
)
_OF_BODIES = re.compile(
    r"Secretary.General|High Representative|\bCommissioner\b|Spokes|Director|Executive Secretary|\bChair|\bEnvoy\b|"
    r"\bRepresentative\b|President\b"
)
_ENVOY = re.compile(r"\bAmbassador\b|\bHigh Commissioner\b|\bConsul\b|\bChargé\b|\bPermanent Representative\b")
_OF_STATES = re.compile(r"\bGovernor\b|\bSenator\b|\bMayor\b|\bCongress|\bRepresentative\b|Attorney General")
_NEVER_OF_BODIES = re.compile(r"\bMinister\b|\bKing\b|\bPrime\b|\bAmbassador\b|\bChancellor\b|\bGovernor\b")


def side_of_office(office: str | None, side: str) -> str:
    """Return the country of an office beside the name of a place: the Governor of Georgia is American."""
    if side == "Georgia" and office and _OF_STATES.search(office):
        return "United States"
    home_nation = side in ("Northern Ireland", "Scotland", "Wales", "England")
    return "United Kingdom" if home_nation and office and office.endswith("Secretary of State") else side


def is_envoy(office: str) -> bool:
    """Return whether a title is that of a diplomat abroad, whose country texts name whoever issues them."""
    return _ENVOY.search(office) is not None


def government_of(office: str) -> str | None:
    """Return the government that alone has an office, None where several have one of that name."""
    return next((side for expression, side in _PECULIAR if expression.search(office)), None)


def governments_of(office: str) -> frozenset[str]:
    """Return the few governments that have an office, none where any may have it."""
    return next((sides for expression, sides in _SHARED if expression.search(office)), frozenset())


def american(office: str) -> int:
    """Return 2 for an office that is nearly always American where no country is named, 1 for a possible one, else 0."""
    return 2 if _VERY_AMERICAN.fullmatch(office) else 1 if _AMERICAN.fullmatch(office) else 0


def may_have(side: str, office: str, is_country: bool) -> bool:
    """Return whether a country or a body may have an office."""
    if not is_country:
        return _OF_BODIES.search(office) is not None and _NEVER_OF_BODIES.search(office) is None
    if side == "United States" and _NEVER_AMERICAN.search(office):
        return False
    if side not in (governments_of(office) or (side,)):
        return False
    if side in _MONARCHIES and _PRESIDENT.fullmatch(office):
        return False
    if side in _WITHOUT_PRIME_MINISTER and _PRIME_MINISTER.search(office):
        return False
    return side in _CROWNED or _ROYAL.search(office) is None
