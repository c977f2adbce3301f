"""Turns the target of a link into an address that a person can open, or refuses it."""

import re
from urllib.parse import urljoin

from briefreader.sources.structure.provenance import host
from briefreader.text import clean_line

_LONGEST = 2_000  # characters, which every browser opens
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MAIL = re.compile(r"mailto:[^\s@]+@[\w.-]+", re.I)
# Signs that end an address in Markdown or in a terminal's sequence, in their percent form.
_ENCODED = {ord(sign): f"%{ord(sign):02X}" for sign in ' <>"\\`{}|^'}


def resolve(raw: str, base: str | None = None) -> str | None:
    """Return the http, https or mailto address of a link target; a relative one is resolved against `base`.

    Returns None for other schemes, for a place in the same page, and for a relative target without a base.
    """
    target = clean_line(raw).translate(_ENCODED)
    if not target or target[0] == "#" or len(target) > _LONGEST:
        return None
    if not _SCHEME.match(target):
        if base is None:
            return None
        try:
            target = urljoin(base, target)
        except ValueError:
            return None
    return target if _MAIL.match(target) or host(target) else None
