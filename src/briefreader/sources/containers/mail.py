"""Reads mail and web archives (MHTML): the page or text of a message, its headers, and the files attached to it."""

import email
import email.errors
import email.header
import email.utils
import html as markup
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePath

from briefreader.model import Document, SourceError
from briefreader.sources.containers import records
from briefreader.sources.containers.item import Part
from briefreader.sources.kinds import DOCUMENTS, TEXTS
from briefreader.sources.letters.encoding import Decoded, decode
from briefreader.sources.structure import provenance
from briefreader.text import clean, clean_line

_READ = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
}
_STYLE_AND_SCRIPT = ("text/css", "text/javascript")
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.I)
_MOST_PARTS = 1_000
_HEADER = 10_000  # characters
_EMPTY = "there is no text in this message; save the text that it shows"
_SHOWN = 200  # names of attached files


def read(data: bytes, name: str) -> Document:
    """Return the document of a message, which names the files attached to it. Raises SourceError."""
    message = email.message_from_bytes(data)
    document, attached = _content(message, name)
    if attached:
        names = _listed([file_name for file_name, _ in attached])
        said = f"text: files are attached to it, `briefreader add` reads them: {names}"
        document = document._replace(unsure=(*document.unsure, said))
    return document


def _listed(names: list[str]) -> str:
    """Return the names of attached files, a number in place of those beyond the first."""
    shown = ", ".join(names[:_SHOWN])
    return f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown


def parts(data: bytes, name: str) -> Iterator[Part]:
    """Yield the document of a message and the files attached to it. Raises SourceError."""
    yield from message_parts(email.message_from_bytes(data), name, None)


def message_parts(message: Message, name: str, number: str | None) -> Iterator[Part]:
    """Yield the document of a message under a name and the files attached to it. Raises SourceError."""
    document, attached = _content(message, name, has_attached=True)
    if document.body or not attached:
        yield Part(number, document)
    for file_name, content in attached:
        yield Part(f"{number}/{file_name}" if number else file_name, data=content)


def identifier(message: Message) -> str:
    """Return the identifier of a message without its brackets, an empty text if it has none."""
    return _header(message, "Message-ID").strip("<> ")


def _content(message: Message, name: str, *, has_attached: bool = False) -> tuple[Document, list[tuple[str, bytes]]]:
    """Return the document of a message, and the names and bytes of the documents attached to it."""
    shown: list[Message] = []
    attached: list[tuple[str, bytes]] = []
    other: list[str] = []
    is_archive = message.get_content_type() == "multipart/related"
    for part in _leaves(message):
        kind = part.get_content_type()
        file_name = clean_line(_decoded(part.get_filename() or ""))
        is_attached = part.get_content_disposition() == "attachment" or kind == "message/rfc822"
        if not is_attached and kind.startswith(("text/", "multipart/")) and kind not in _STYLE_AND_SCRIPT:
            shown.append(part)
        elif (suffix := _suffix(kind, file_name)) and not is_archive:
            attached.append((file_name or f"attachment-{len(attached) + 1}{suffix}", _payload(part)))
        elif file_name or not is_archive:
            other.append(file_name or kind)
    if is_archive and (root := _root(message, shown)) is not None:
        shown = [root]
    document = _document(message, shown, name, has_attached=bool(attached and has_attached))
    if other:
        document = document._replace(removed=(*document.removed, f"attached, without a text: {_listed(other)}"))
    return document, attached


def _document(message: Message, shown: list[Message], name: str, *, has_attached: bool) -> Document:
    """Return the document of the parts of a message that a mail program shows one below the other."""
    title = _REPLY.sub("", records.title_line(_header(message, "Subject")), count=1)
    address = None
    decoded = [_text(part) for part in shown]
    page = next(filter(_is_page, shown), None)
    if page is not None:
        address = _header(page, "Content-Location") or _header(message, "Snapshot-Content-Location")
        address = provenance.address(address or _header(message, "Content-Location"))
        texts = (
            each.text if _is_page(part) else _as_page(each.text) for part, each in zip(shown, decoded, strict=True)
        )
        # The saved page of a browser has a title of its own, of which the subject is a copy.
        found = records.read("" if address else title, "\n".join(texts), name, is_page=True)
    else:
        text = "\n\n".join(each.text for each in decoded if each.text.strip())
        if not text.strip() and not has_attached:
            raise SourceError(_EMPTY)
        found = records.read(title, text, name)
    found = found._replace(unsure=(*dict.fromkeys(doubt for each in decoded for doubt in each.unsure), *found.unsure))
    sent = _sent(message)
    sender = clean_line(email.utils.parseaddr(_header(message, "From"))[0])
    if address:  # the date is that on which a person saved the page
        return records.stating(found, url=address)
    return records.stating(
        found,
        date=found.date or (sent[:10] if sent else None),
        published=found.published or sent,
        source=found.source or sender,
    )


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts of a message that hold no further parts; a message attached to it is one.

    Of a text that is there in several forms only the best one counts. Raises SourceError for too many parts.
    """
    pending = [message]
    for _ in range(_MOST_PARTS):
        if not pending:
            return
        part = pending.pop()
        inner = part.get_payload()
        if part.get_content_type() != "message/rfc822" and part.is_multipart() and isinstance(inner, list):
            parts = [each for each in inner if isinstance(each, Message)]
            pending += reversed(_best(parts) if part.get_content_type() == "multipart/alternative" else parts)
        else:
            yield part
    raise SourceError(f"this message has more than {_MOST_PARTS:,} parts; save its text alone")


def _best(forms: list[Message]) -> list[Message]:
    """Return the parts of a text without the plain forms of it if one of them is a page."""
    if not any(_is_page(part) for form in forms for part in form.walk()):
        return forms
    return [form for form in forms if form.get_content_maintype() != "text" or _is_page(form)]


def _is_page(part: Message) -> bool:
    return part.get_content_type() == "text/html"


def _as_page(text: str) -> str:
    """Return a plain text as a piece of a page."""
    return "".join(f"<p>{markup.escape(paragraph)}</p>" for paragraph in text.split("\n\n"))


def _root(message: Message, shown: list[Message]) -> Message | None:
    """Return the page of a web archive, which its header names or which is the first one, None if it has no page."""
    start = str(message.get_param("start") or "").strip()
    pages = list(filter(_is_page, shown))
    return next((page for page in pages if start and _header(page, "Content-ID") == start), next(iter(pages), None))


def _suffix(kind: str, file_name: str) -> str | None:
    suffix = PurePath(file_name).suffix.lower()
    return suffix if suffix in DOCUMENTS or suffix in TEXTS else _READ.get(kind)


def _payload(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _text(part: Message) -> Decoded:
    data = _payload(part)
    try:
        return decode(data, part.get_content_charset()) if data.strip() else Decoded("")
    except SourceError:
        return Decoded(clean(data.decode("latin-1")), ("letters: a part of the message is no text; check the letters",))


def _header(message: Message, name: str) -> str:
    return _decoded(str(message.get(name) or ""))[:_HEADER]


def _decoded(raw: str) -> str:
    """Return a header with its encoded words decoded as far as that is possible."""
    try:
        return str(email.header.make_header(email.header.decode_header(raw[:_HEADER])))
    except (ValueError, LookupError, email.errors.MessageError):
        return raw


def _sent(message: Message) -> str | None:
    """Return the time at which a message was sent in ISO 8601, None without a zone."""
    try:
        sent = email.utils.parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return sent.isoformat() if sent.tzinfo else None
