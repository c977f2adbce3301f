"""Tells which side a body speaks for: an international organization for itself, a ministry or force for its country."""

from briefreader.annotate.names.gazetteer import Gazetteer, Name, folded

# These bodies are sides of their own.
_ORGANIZATIONS = frozenset(
    (
        "European Union", "NATO", "United Nations", "ASEAN", "African Union", "Arab League", "Gulf Cooperation Council",
        "Organization of American States", "Organization for Security and Cooperation in Europe", "G7", "G20",
        "Organization of Islamic Cooperation", "Economic Community of West African States",
        "Economic Community of Central African States", "Intergovernmental Authority on Development",
        "Southern African Development Community", "East African Community", "Caribbean Community",
        "Community of Latin American and Caribbean States", "Pacific Islands Forum", "Commonwealth of Nations",
        "Commonwealth", "Shanghai Cooperation Organization", "Collective Security Treaty Organization",
        "Commonwealth of Independent States", "Eurasian Economic Union", "Council of Europe",
        "World Health Organization", "World Trade Organization", "International Atomic Energy Agency",
        "International Monetary Fund", "World Bank",
        "Organization for Economic Cooperation and Development", "Organization for the Prohibition of Chemical Weapons",
        "International Committee of the Red Cross", "International Organization for Migration",
        "South Asian Association for Regional Cooperation", "Indian Ocean Rim Association", "Mercosur",
        "Bay of Bengal Initiative for Multi-Sectoral Technical and Economic Cooperation", "Andean Community",
        "Francophonie", "Community of Portuguese Language Countries", "International Criminal Court", "OPEC",
        "Organization of the Petroleum Exporting Countries", "Asian Development Bank", "African Development Bank",
        "Inter-American Development Bank", "Asian Infrastructure Investment Bank", "Interpol", "Kurdistan Regional "
        "Government", "Palestinian Authority", "Organization of Turkic States", "Developing Eight", "BRICS",
        "Union for the Mediterranean", "Arab Maghreb Union", "Mano River Union", "Nordic Council", "Benelux",
        "Central American Integration System", "Cooperation Council of Turkic-Speaking States", "Hamas", "Taliban",
        "International Labor Organization", "International Maritime Organization", "World Food Program",
        "International Civil Aviation Organization", "International Telecommunication Union", "Universal Postal Union",
        "World Meteorological Organization", "World Intellectual Property Organization", "World Customs Organization",
        "UN Educational, Scientific and Cultural Organization", "International Energy Agency", "Europol",
        "International Renewable Energy Agency", "International Court of Justice", "World Tourism Organization",
        "Food and Agriculture Organization", "Holy See",
        "Economic Cooperation Organization", "Conference on Interaction and Confidence Building Measures in Asia",
    )
)  # fmt: skip
_SPEAKS_FOR = {
    "European Commission": "European Union", "European Council": "European Union",
    "European Parliament": "European Union", "European External Action Service": "European Union",
    "Council of the European Union": "European Union", "European Central Bank": "European Union",
    "European Investment Bank": "European Union", "Frontex": "European Union",
    "United Nations Security Council": "United Nations", "United Nations General Assembly": "United Nations",
    "UN Secretariat": "United Nations", "African Union Commission": "African Union",
    "ASEAN Secretariat": "ASEAN", "North Atlantic Council": "NATO", "Arab League Secretariat": "Arab League",
    "Department of State": "United States", "State Department": "United States",
    "Department of Defense": "United States", "Department of War": "United States",
    "Department of the Treasury": "United States", "Department of Homeland Security": "United States",
    "Department of Commerce": "United States", "Department of Energy": "United States",
    "Pentagon": "United States", "White House": "United States", "Capitol": "United States",
    "U.S. Agency for International Development": "United States", "Federal Bureau of Investigation": "United States",
    "Central Intelligence Agency": "United States", "Department of Justice": "United States",
    "Kremlin": "Russia", "State Duma": "Russia", "Federation Council": "Russia", "Knesset": "Israel",
    "Verkhovna Rada": "Ukraine", "Bundestag": "Germany", "Bundesrat": "Germany", "Federal Foreign Office": "Germany",
    "Sejm": "Poland", "Riksdag": "Sweden", "Storting": "Norway", "Folketing": "Denmark", "Saeima": "Latvia",
    "Seimas": "Lithuania", "Riigikogu": "Estonia", "Lok Sabha": "India", "Rajya Sabha": "India",
    "Ministry of External Affairs": "India", "Jatiya Sangsad": "Bangladesh", "Milli Majlis": "Azerbaijan",
    "Mazhilis": "Kazakhstan", "Oliy Majlis": "Uzbekistan", "Jogorku Kenesh": "Kyrgyzstan", "Althing": "Iceland",
    "Oireachtas": "Ireland", "Dáil": "Ireland", "National People's Congress": "China", "Elysée": "France",
    "Chinese People's Political Consultative Conference": "China", "Chinese Communist Party": "China",
    "Communist Party of China": "China", "Communist Party of Vietnam": "Vietnam", "Itamaraty": "Brazil",
    "Foreign and Commonwealth Office": "United Kingdom", "Wisma Putra": "Malaysia", "Downing Street": "United Kingdom",
    "Foreign, Commonwealth and Development Office": "United Kingdom", "Blue House": "South Korea",
    "Department of Foreign Affairs and Trade": "Australia", "Ministry of Foreign Affairs and Trade": "New Zealand",
    "Department of International Relations and Cooperation": "South Africa", "Quai d'Orsay": "France",
    "Ministry of Foreign and Diaspora Affairs": "Kenya", "Emirates News Agency": "United Arab Emirates",
    "WAM": "United Arab Emirates", "Saudi Press Agency": "Saudi Arabia", "SPA": "Saudi Arabia", "QNA": "Qatar",
    "Qatar News Agency": "Qatar", "KUNA": "Kuwait", "Bernama": "Malaysia", "Xinhua": "China", "TASS": "Russia",
    "KCNA": "North Korea", "Yonhap": "South Korea", "Antara": "Indonesia", "Vatican": "Holy See",
    "Vatican City": "Holy See", "Armed Forces of the Philippines": "Philippines", "Israel Defense Forces": "Israel",
    "People's Liberation Army": "China", "Bundeswehr": "Germany",
}  # fmt: skip
# The name of a national body ends with or contains one of these, and its country stands in the name.
_NATIONAL = frozenset(
    "Embassy Ministry Navy Army Force Forces Command Corps Guard Police Parliament Bank Government Affairs Mission "
    "Agency Council Department Commission Assembly Senate Cabinet Delegation Secretariat Institute Office".split()
)
_LONGEST_NAME = 4


def is_side_by_itself(body: str) -> bool:
    """Return whether a body is a side of its own, as the United Nations is."""
    return body in _ORGANIZATIONS


def side_of(name: Name | None) -> str | None:
    """Return the side of a listed country, nationality or body, None for any other name."""
    if name is None:
        return None
    if name.section in ("countries", "nationalities"):
        return _SPEAKS_FOR.get(name.name, name.name)
    if name.section == "organizations":
        itself = name.name in _ORGANIZATIONS or name.sides == (name.name,)
        return name.name if itself else _SPEAKS_FOR.get(name.name)
    return None


def side_of_body(name: str, gazetteer: Gazetteer) -> str | None:
    """Return the side of a body by its full name, from the organization or the country in the name.

    The organization is the first word of the name (`UN Mission in Mali`); the country is that of a ministry, force or
    other national body (`Royal Australian Navy`).
    """
    if name in _ORGANIZATIONS or name in _SPEAKS_FOR:
        return name if name in _ORGANIZATIONS else _SPEAKS_FOR[name]
    words = name.replace("-", " ").split()
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for entry in gazetteer.spelled(folded(" ".join(words[:size]))):
            side = side_of(entry)
            if side and (entry.section != "organizations" or entry.name in _ORGANIZATIONS):
                return side
    if _NATIONAL.isdisjoint(words) and not words[0].isupper():
        return None
    first = 0
    while first < len(words):
        reach = 1
        for size in range(min(_LONGEST_NAME, len(words) - first), 0, -1):
            for entry in gazetteer.spelled(folded(" ".join(words[first : first + size]))):
                if entry.section in ("countries", "nationalities"):
                    return side_of(entry)
                if entry.section in ("peoples", "regions"):
                    reach = max(reach, size)
            if reach > 1:
                break  # `North American Affairs Bureau` is no American one
        first += reach
    return None
