"""Tells by the words before a date whether it is that of publication, of a later change, or of an event."""

import re
from functools import cache
from typing import Literal

from briefreader.sources.dates.month_names import ARTICLES, WEEKDAYS

Label = Literal["published", "modified", "event"]

_PUBLISHED = (
    r"(?:date|day|time)(?: (?:of|and time of))? ?(?:publication|publishing|issue|release|posting|creation|document)?"
    r"|date (?:published|posted|released|issued|created|submitted)"
    r"|(?:first |originally |article |page |this )?(?:published|posted|released?|issued|created|uploaded"
    r"|registered|dated|delivered|submitted)"
    r"(?: (?:date|time|at|online))?(?: by [^|:]{2,40})?|(?:publication|publish|pub\.?|posting|release|issue"
    r"|press release"
    r"|news|creation|written|registration|document) ?(?:date|time|day)|published/updated"
    r"|(?:for )?immediate release|embargoed until|(?:statement|press release|news|note|communiqué) of"
    r"|(?:date|publiée?s?|mise?s? en ligne|parue?|diffusée?)(?: de (?:la )?(?:publication|parution|création"
    r"|mise en ligne))?(?: le)?"
    r"|(?:fecha|publicad[oa]|difundid[oa])(?: de (?:la )?(?:publicación|emisión|difusión))?(?: el)?"
    r"|(?:data|publicad[oa]|divulgad[oa]|pubblicat[oa]|rilasciat[oa])(?: (?:de|da|di|della) (?:publicação"
    r"|pubblicazione"
    r"|divulgação))?(?: (?:em|il|el))?|data pubblicazione"
    r"|(?:veröffentlicht|erschienen|datum|erscheinungsdatum|veröffentlichungsdatum|veröffentlichung"
    r"|publiziert)(?: am)?"
    r"|(?:дата|время)(?: (?:публикации|выпуска|размещения|создания))?|опубликован[оаы]?|размещено"
    r"|дата публікації|опубліковано|(?:gepubliceerd|geplaatst|publicatiedatum)(?: op)?"
    r"|(?:data publikacji|opublikowan[oey]|utworzono)|(?:publicerad|publisert|offentliggjort|publiceringsdatum|dato)"
    r"|(?:yayın|yayınlanma|yayınlama|yayım) tarihi|tarih|(?:tanggal|diterbitkan|dipublikasikan)(?: (?:terbit|pada))?"
    r"|ngày (?:đăng|xuất bản)|đăng (?:ngày|lúc)|تاريخ(?: (?:النشر|الإصدار))?|التاريخ|نشر(?: (?:في|بتاريخ))?"
    r"|(?:발행|등록|작성|게시|배포|보도|공개)(?:일|일자|일시)|날짜|일시|(?:発表|掲載|公開|発行|配信)(?:日|日時)|日付"
    r"|(?:发布|發布|发表|發表|刊登)(?:时间|時間|日期|于)?|(?:日期|时间|時間)"
    r"|(?:datum objave|датум објаве|objavljeno|објављено|објавено|датум|publikuar më|data e publikimit)"
    r"|(?:zveřejněno|publikováno|zverejnené|közzététel|publicat|data publicării|публикувано|дата на публикуване"
    r"|δημοσιεύθηκε|δημοσίευση|julkaistu|avaldatud|publicēts|paskelbta|birt|tarikh(?: siaran)?|tarehe|imechapishwa"
    r"|petsa|प्रकाशित(?: तिथि)?|दिनांक|तिथि|วันที่(?:เผยแพร่)?|เผยแพร่|تاریخ(?: انتشار)?|dərc olunub|tarix)"
    r"|ημερομηνία(?: δημοσίευσης)?|közzétéve|datum zveřejnění"
)
_MODIFIED = (
    r"(?:(?:page )?(?:was )?last |content )?(?:updated?|modified|modification|reviewed|changed|edited|revised|amended)"
    r"(?: (?:date|time|at))?|(?:date|time) (?:of )?(?:the )?(?:last )?(?:modified|updated|modification|update|change)"
    r"|date (?:updated|modified|reviewed|changed)"
    r"|update (?:date|time)|as of|(?:date de (?:la )?)?(?:dernière )?(?:mise?s? à jour|modification)(?: le)?"
    r"|(?:fecha|data) de (?:última )?(?:actualización|atualização|modificación|modificação)"
    r"|modifiée?(?: le)?"
    r"|(?:última )?actualiza(?:ción|do|da)(?: el)?|(?:última )?(?:atualiza(?:ção|do|da)|modificação)(?: em)?"
    r"|(?:ultimo )?aggiorna(?:mento|to)(?: il)?|(?:zuletzt |letzte )?(?:aktualisiert|aktualisierung"
    r"|geändert)(?: am)?|stand"
    r"|обновлен[оаы]?|(?:последнее )?обновление|(?:дата )?(?:обновления|изменения)|оновлено"
    r"|(?:laatst )?(?:bijgewerkt|gewijzigd)(?: op)?|(?:senast |sist |sidst )?(?:uppdaterad|oppdatert|opdateret|endret)"
    r"|(?:ostatnia )?(?:aktualizacja|modyfikacja)|zaktualizowano|(?:son )?güncelle(?:me|ndi)(?: tarihi)?"
    r"|آخر تحديث|تحديث|(?:최종\s?)?(?:수정|갱신)(?:일|일자|일시)?|(?:最終)?更新(?:日|日時)?"
    r"|(?:最后|最後)?更新(?:时间|時間|日期|于)"
    r"|(?:ažurirano|ажурирано|aktualizováno|aktualizované|frissítve|actualizat|обновено|ενημέρωση|päivitetty|uuendatud"
    r"|atjaunots|atnaujinta|uppfært|dikemaskini|yenilənib)"
    r"|diperbarui|cập nhật"
)
_EVENT = (
    r"when|(?:event|meeting|start|end|closing|opening|due|hearing|effective|expiry|expiration|visit|session|ceremony)"
    r" (?:date|time)s?|(?:date|time)s? (?:and (?:time|venue|place)|of (?:the )?(?:\w+ )?(?:meeting|event|visit|session"
    r"|birth|entry into force|adoption))|deadline|next (?:meeting|session|event|update)|expires?|valid (?:until"
    r"|from|to)"
    r"|effective|entry into force|due|until|accessed|retrieved|printed|downloaded|archived|captured|born"
    r"|established|founded|inaugurated|incorporated|opened|independence"
    r"|consulté|termin|(?:apply|applications?|register|registration|rsvp) (?:by|until|before|closes?)"
)
_MEDIA_PLACE = r"(?:venue|where|location|rsvp|media (?:accreditation|opportunity))"
_LONGEST = 120


@cache
def _expression(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})(?:\s+(?:on|at))?\s*", re.I)


def label(words: str) -> Label | None:
    """Return the kind of date that the words of a label announce, None if they are no label."""
    if len(words) > _LONGEST:
        return None
    plain = re.sub(rf"[\W_]+(?:{WEEKDAYS}|{ARTICLES})?[\W_]*$|^[\W_]+", "", f" {words} ", flags=re.I)
    for kind, known in _KINDS.items():
        if _expression(known).fullmatch(plain):
            return kind
    return None


def tells_event(line: str) -> bool:
    """Return whether a line tells the place or the conditions of an event; the date beside it is the event's."""
    return re.match(rf"\W*{_MEDIA_PLACE}\s*[:|]", line, re.I) is not None


_KINDS: dict[Label, str] = {"event": _EVENT, "modified": _MODIFIED, "published": _PUBLISHED}
