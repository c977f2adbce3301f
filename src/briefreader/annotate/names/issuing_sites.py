"""Tells the country or body whose government owns the address of a page."""

import re
from urllib.parse import urlsplit

# ISO 3166-1 codes in lower case, as they stand at the end of addresses, and the common names of the countries.
_COUNTRIES = dict(
    pair.split(" ", 1)
    for pair in (
        "ad Andorra;ae United Arab Emirates;af Afghanistan;ag Antigua and Barbuda;al Albania;am Armenia;ao Angola;"
        "ar Argentina;at Austria;au Australia;az Azerbaijan;ba Bosnia and Herzegovina;bb Barbados;bd Bangladesh;"
        "be Belgium;bf Burkina Faso;bg Bulgaria;bh Bahrain;bi Burundi;bj Benin;bn Brunei;bo Bolivia;br Brazil;"
        "bs Bahamas;bt Bhutan;bw Botswana;by Belarus;bz Belize;ca Canada;cd Democratic Republic of the Congo;"
        "cf Central African Republic;cg Republic of the Congo;ch Switzerland;ci Côte d'Ivoire;ck Cook Islands;"
        "cl Chile;cm Cameroon;cn China;co Colombia;cr Costa Rica;cu Cuba;cv Cape Verde;cy Cyprus;cz Czech Republic;"
        "de Germany;dj Djibouti;dk Denmark;dm Dominica;do Dominican Republic;dz Algeria;ec Ecuador;ee Estonia;"
        "eg Egypt;er Eritrea;es Spain;et Ethiopia;fi Finland;fj Fiji;fm Micronesia;fr France;ga Gabon;gd Grenada;"
        "ge Georgia;gh Ghana;gm Gambia;gn Guinea;gq Equatorial Guinea;gr Greece;gt Guatemala;gw Guinea-Bissau;"
        "gy Guyana;hk Hong Kong;hn Honduras;hr Croatia;ht Haiti;hu Hungary;id Indonesia;ie Ireland;il Israel;"
        "in India;iq Iraq;ir Iran;is Iceland;it Italy;jm Jamaica;jo Jordan;jp Japan;ke Kenya;kg Kyrgyzstan;"
        "kh Cambodia;ki Kiribati;km Comoros;kn Saint Kitts and Nevis;kp North Korea;kr South Korea;kw Kuwait;"
        "kz Kazakhstan;la Laos;lb Lebanon;lc Saint Lucia;li Liechtenstein;lk Sri Lanka;lr Liberia;ls Lesotho;"
        "lt Lithuania;lu Luxembourg;lv Latvia;ly Libya;ma Morocco;mc Monaco;md Moldova;me Montenegro;mg Madagascar;"
        "mh Marshall Islands;mk North Macedonia;ml Mali;mm Myanmar;mn Mongolia;mo Macau;mr Mauritania;mt Malta;"
        "mu Mauritius;mv Maldives;mw Malawi;mx Mexico;my Malaysia;mz Mozambique;na Namibia;ne Niger;ng Nigeria;"
        "ni Nicaragua;nl Netherlands;no Norway;np Nepal;nr Nauru;nu Niue;nz New Zealand;om Oman;pa Panama;pe Peru;"
        "pg Papua New Guinea;ph Philippines;pk Pakistan;pl Poland;ps Palestine;pt Portugal;pw Palau;py Paraguay;"
        "qa Qatar;ro Romania;rs Serbia;ru Russia;rw Rwanda;sa Saudi Arabia;sb Solomon Islands;sc Seychelles;"
        "sd Sudan;se Sweden;sg Singapore;si Slovenia;sk Slovakia;sl Sierra Leone;sm San Marino;sn Senegal;"
        "so Somalia;sr Suriname;ss South Sudan;st São Tomé and Príncipe;sv El Salvador;sy Syria;sz Eswatini;td Chad;"
        "tg Togo;th Thailand;tj Tajikistan;tl Timor-Leste;tm Turkmenistan;tn Tunisia;to Tonga;tr Turkey;"
        "tt Trinidad and Tobago;tv Tuvalu;tw Taiwan;tz Tanzania;ua Ukraine;ug Uganda;uk United Kingdom;uy Uruguay;"
        "uz Uzbekistan;va Vatican City;vc Saint Vincent and the Grenadines;ve Venezuela;vn Vietnam;vu Vanuatu;"
        "ws Samoa;xk Kosovo;ye Yemen;za South Africa;zm Zambia;zw Zimbabwe"
    ).split(";")
)
# Anybody may register under these: only a government's own part of them tells a country.
_FOR_ANYBODY = frozenset("ag am co fm gd la li ly md me mn mu nu pw sc st tm to tv vc ws".split())
# Governments put one of these before the code of the country.
_OF_GOVERNMENTS = frozenset("gov go gob gouv gouvernement govt gc gub gv mil admin guv government bund".split())
_BODIES = {
    "europa.eu": "European Union",
    "nato.int": "NATO",
    "un.org": "United Nations",
    "asean.org": "ASEAN",
    "au.int": "African Union",
    "osce.org": "Organization for Security and Cooperation in Europe",
    "oas.org": "Organization of American States",
    "gcc-sg.org": "Gulf Cooperation Council",
    "ecowas.int": "Economic Community of West African States",
    "sadc.int": "Southern African Development Community",
    "igad.int": "Intergovernmental Authority on Development",
    "eac.int": "East African Community",
    "caricom.org": "Caribbean Community",
    "forumsec.org": "Pacific Islands Forum",
    "thecommonwealth.org": "Commonwealth of Nations",
    "coe.int": "Council of Europe",
    "who.int": "World Health Organization",
    "iaea.org": "International Atomic Energy Agency",
    "oic-oci.org": "Organization of Islamic Cooperation",
    "sectsco.org": "Shanghai Cooperation Organization",
    "saarc-sec.org": "South Asian Association for Regional Cooperation",
    "bimstec.org": "Bay of Bengal Initiative for Multi-Sectoral Technical and Economic Cooperation",
    "archives.gov": "United States",
}
_PLAIN_HOST = re.compile(r"[a-z0-9.-]+")


def owner_of(address: str | None) -> str | None:
    """Return the country or body whose government owns an address, None where the address tells none."""
    if not address:
        return None
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    host = host.lower().rstrip(".")
    if not _PLAIN_HOST.fullmatch(host):
        return None
    for site, body in _BODIES.items():
        if host == site or host.endswith(f".{site}"):
            return body
    labels = host.split(".")
    if labels[-1] in ("gov", "mil"):
        return "United States"
    country = _COUNTRIES.get(labels[-1])
    if len(labels) < 2 or (labels[-1] in _FOR_ANYBODY and labels[-2] not in _OF_GOVERNMENTS):
        return None
    return country
