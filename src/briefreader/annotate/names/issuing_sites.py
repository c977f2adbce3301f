"""Tells the country or body whose government owns the address of a page."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

# Anybody may register under these: only a government's own part of them tells a country.
_FOR_ANYBODY = frozenset("ag ai cc co fm gd io la lc ly me mu nu pw sc st tm to tv vc ws".split())
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
}
_PLAIN_HOST = re.compile(r"[a-z0-9.-]+")


def owner_of(address: str | None, country_of_domain: Mapping[str, str]) -> str | None:
    """Return the country or body whose government owns an address, None where the address tells none.

    `country_of_domain` maps the ends of addresses, such as `mt`, to countries.
    """
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
    if len(labels) < 2 or (labels[-1] in _FOR_ANYBODY and labels[-2] not in _OF_GOVERNMENTS):
        return None
    return country_of_domain.get("gov" if labels[-1] == "mil" else labels[-1])  # both are those of the United States
