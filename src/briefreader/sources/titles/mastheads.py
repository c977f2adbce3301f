"""Tells the lines that stand above titles: navigation, sections, labels, symbols, dates, ministries, by-lines."""

import re
from typing import Literal

from briefreader.sources.dates import date_labels
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.dates.month_names import ARTICLES, WEEKDAYS
from briefreader.text import fold_typography

Masthead = Literal["navigation", "section", "label", "kind", "symbol", "date", "organization", "by-line", "contact"]
"""The kinds of lines above a title: "READOUT" is a `label`, and "Press Statement" a `kind`, which may be the title."""

_LONGEST_MASTHEAD = 160

_LANGUAGE = (
    r"(?:english|français|español|deutsch|русский|中文|العربية|português|italiano|한국어|日本語|українська|en|fr|es|de|ru"
    r"|ar|zh)"
)
_NAVIGATION = re.compile(
    r"(?:skip|jump|go|back|return) to (?:the )?(?:main |page |top )?(?:content|navigation|menu|search|footer|main"
    r"|top|page"
    r"|home(?:page)?|list|news)(?: of (?:the )?page)?|(?:main |site )?(?:menu|navigation)|home(?:page)?"
    r"|search(?: this site)?"
    r"|contact(?: us)?|about(?: us)?|sitemap|site map|log ?in|sign in|sign up|register|subscribe|share|print"
    r"|e-?mail|rss"
    r"|accessibility|privacy(?: policy)?|help|faqs?|close|open menu|toggle (?:menu|navigation)|you are here:?"
    r"|read more"
    rf"|{_LANGUAGE}(?:\s*[|/·]\s*{_LANGUAGE})*"
    r"|(?:hits?|views?|reads?|조회수?|阅读|浏览)\s*:?\s*[\d,.]+"
    r"|print (?:this )?(?:page|version|article)|printable version|(?:we use|this (?:web ?)?site uses) cookies.{0,120}"
    r"|(?:accept|reject)(?: all)?(?: cookies)?|share this(?: (?:page|article|on))?"
    rf"|(?:language|lang)\s*:\s*{_LANGUAGE}"
    r"|an official website of .{3,60}|here'?s how you know|official websites use \.gov.{0,80}"
    r"|secure \.gov websites use https.{0,80}"
    r"|accueil|inicio|startseite|главная|головна|página inicial|홈|首页|首頁|ホーム|anasayfa|beranda|trang chủ"
    r"|aller au contenu(?: principal)?|saltar al contenido(?: principal)?|zum inhalt(?: springen)?|ir para o conteúdo"
    r"|vai al contenuto(?: principale)?|перейти к (?:основному )?содержанию|본문 바로가기|跳到主要内容|本文へ(?:移動)?",
    re.I,
)
_CRUMBS = re.compile(
    r"[^<>»›→][^>»›→]{0,59}(?:\s*(?:>|»|›|→)\s*[^>»›→]{1,80}){1,6}"
    r"|(?:you are here:?\s*)?(?:home|start|accueil|inicio|startseite|главная)(?:\s*(?:/|::|\||•|-)\s*[^/|]{1,60}){1,6}",
    re.I,
)
_MENU_SIGN = re.compile(r"\s*[|/·•]\s*")
_PRESS = r"(?:press|media|news)"
_SECTION = re.compile(
    rf"(?:latest |all |recent |our |more |official |daily |weekly |regular |past |previous |selected )?"
    rf"(?:{_PRESS} ?(?:releases|statements|notes|cent(?:re|er)|room"
    rf"|office|corner"
    r"|service|briefings|conferences|kit|archive|information|resources|hub|library|advisories|accounts?)"
    r"|news(?: (?:and|&) (?:events|media|press|updates|views|announcements|stories|publications))?|newsroom"
    r"|newsletters?"
    r"|(?:news|press|media)(?: (?:archive|details?|item|list|articles?|story|stories))|news detail|articles?|updates?"
    r"|(?:news )?stories|headlines|media|press|statements|speeches|remarks (?:and|&) releases|announcements"
    r"|publications"
    r"|events|documents|activities|archives?|(?:briefings?|statements|speeches|remarks|releases|communiqués"
    r"|transcripts)"
    r"(?:,? (?:(?:and|&|/) )?(?:releases|statements|speeches|remarks|transcripts|briefings|messages|interviews"
    r"|articles|press releases))+|briefing room|readouts|fact sheets|communiqués|communiques|transcripts|interviews"
    r"|briefings"
    r"|untitled(?: (?:document|page|\d+))?|new page(?: \d+)?|no title|sans titre|sin título|ohne titel|senza titolo"
    r"|без (?:названия|имени)|无标题(?:文档)?|無題(?:ドキュメント)?|제목 ?없음"
    rf"|(?:{_PRESS} (?:releases|statements)|news|statements|speeches) in (?:english|french|spanish|russian|arabic)"
    r"|archives?:? (?:19|20)\d\d|(?:19|20)\d\d archives?|(?:microsoft word|powerpoint presentation)(?: - .{1,60})?"
    r"|[\w ()-]{1,60}\.(?:docx?|pdf|odt|rtf|html?|aspx?)"
    r"|(?:spokes(?:person|man|woman)|minister|secretary|president|ambassador)'s (?:remarks|speeches|statements"
    r"|briefings|messages|interviews|articles)|information|welcome"
    r"|what'?s new|spotlight|top stories|highlights|content|main content|details?|view|blog|issues"
    r"|communiqués? de presse|actualités?|salle de presse|espace presse|presse|déclarations|discours|à la une"
    r"|noticias?|sala de prensa|comunicados(?: de prensa)?|notas de prensa|boletín|prensa|discursos|actualidad"
    r"|notícias?|notas à imprensa|sala de imprensa|imprensa|pressemitteilungen|pressemeldungen|aktuelles|nachrichten"
    r"|meldungen|reden|comunicati stampa|comunicati|notizie|sala stampa|stampa|in evidenza|novità"
    r"|новости|пресс-релизы|пресс-центр|пресс-служба|заявления|выступления|события|новини|прес-служба|прес-центр"
    r"|nieuws|nieuwsberichten|persberichten|nyheter|pressmeddelanden|pressmeldinger|aktualności|komunikaty|haberler"
    r"|basın açıklamaları|basın bültenleri|siaran pers|berita|tin tức|thông cáo báo chí|أخبار|الأخبار|بيانات صحفية"
    r"|(?:보도자료|뉴스|알림|새소식|소식|공지사항|보도해명|브리핑)(?: ?(?:상세|상세보기|보기|목록|게시판|상세내용))?"
    r"|新闻|新聞|要闻|新闻发布|最新消息|报道发表|報道発表|プレスリリース|新着情報|お知らせ|ニュース"
    r"|记者会|記者会見)",
    re.I,
)
_BY_OFFICE = re.compile(
    r"(?<=s) (?:by|of|from) (?:the )?(?:(?:foreign|prime|deputy|trade|defen[cs]e) )*(?:minist(?:er|ry)|president"
    r"|secretary(?:[- ]general)?|spokes(?:person|man|woman)|government|ambassador)$",
    re.I,
)
_TAIL = (
    r"(?:\s*\(?for (?:immediate )?release\)?)?"
    r"(?:\s*[-–—:|,.]?\s*(?:no\.?|nr\.?|n°|№|#)?\s*[\w()/.-]*\d[\w()/.-]*)?[\s:.!*_–—-]*"
)
_LABEL = re.compile(
    rf"\W{{0,4}}(?:read-?out|read[- ]outs?|{_PRESS}[- ]releases?|{_PRESS} notes?|{_PRESS} advisor(?:y|ies)|release"
    rf"|news|advisory"
    r"|(?:for )?immediate release|for release(?: (?:on|at) .{3,40})?|not for (?:publication|release).{0,40}"
    r"|embargoed.{0,60}"
    r"|communiqué de presse|comunicado de prensa|nota de prensa|nota à imprensa|pressemitteilung|presseinformation"
    r"|comunicato stampa|пресс-релиз|прес-реліз|persbericht|pressmeddelande|pressemelding|pressemeddelelse"
    r"|komunikat prasowy|basın açıklaması|basın bülteni|siaran pers|thông cáo báo chí|بيان صحفي|보도자료|新闻稿|新聞稿"
    r"|报道发表|報道発表|unclassified|official|exclusive|breaking(?: news)?|urgent|live|new|update|translation"
    rf"|(?:unofficial|courtesy) translation|check against delivery|as (?:prepared"
    rf"|delivered)(?: for delivery)?){_TAIL}",
    re.I,
)
# Lines at the head of documents of the United Nations.
_HEAD_OF_DOCUMENT = re.compile(
    r"(?:distr\.?|distribution)\s*:? (?:general|limited|restricted)|original\s*: [a-z]+(?:[/ ](?:and )?[a-z]+){0,3}"
    r"|agenda items? [\w() ,]{1,30}|[a-z-]+ (?:session|year)|provisional agenda.{0,40}|items? \d+ .{0,30}agenda",
    re.I,
)
_KIND = re.compile(
    rf"\W{{0,4}}(?:(?:joint|official|{_PRESS}|public|chair(?:man|person)?'?s?|presidential|ministerial"
    rf"|co-chairs'?) ?)*"
    r"(?:statements?|communiqués?|communiques?|declarations?|remarks|transcripts?|speech|fact ?sheet|press (?:briefing"
    r"|conference|release)|briefing|summary|message|address|report|agreement|memorandum of understanding|déclaration"
    r"|note verbale"
    rf"|declaración|erklärung|dichiarazione|заявление|declaração|communiqué conjoint|성명|声明|談話){_TAIL}",
    re.I,
)
_NUMBERED = re.compile(
    r"\W{0,2}(?:(?:press )?release|statement|pr|ref(?:erence)?|communiqué|registration|serial|file|case"
    r"|doc(?:ument)?)?\.?\s*"
    r"(?:no|nr|number|num|n°|nº|№|n\.º|ref(?:erence)?)\b\.?\s*:?\s*|№\s*|n°\s*",
    re.I,
)
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?\W{0,3}", re.I)
_SYMBOL_PART = re.compile(r"[A-Z0-9()\[\]/.:_*–-]{1,24}")
_SYMBOL_SIGN = re.compile(r"[/(_]|^\W*\d+[-.]\d+|-\w+-")
_SYMBOL_PARTS = 5
_MINISTRY_WORDS = 6
_ABBREVIATION = re.compile(r"^[A-Z]{3,8}\s*[:–-]\s+|\s+\([A-Z]{3,8}\)$")
_WELCOME = re.compile(
    r"^welcome to (?:the )?(?:(?:official )?(?:web ?site|(?:home ?)?page|portal) of (?:the )?)?", re.I
)
_AREAS = (
    "foreign|external|affairs|defen[cs]e|trade|commerce|finance|state|interior|home|justice|economy|economic|economics"
    "|industry|energy|health|education|culture|cultural|agriculture|transport|transportation|development|cooperation"
    "|co-operation|commonwealth|international|national|security|tourism|labou?r|environment|climate|change|technology"
    "|science|european|europe|integration|immigration|citizenship|expatriates|emigrants|diaspora|overseas|relations"
    "|regional|treasury|war|business|innovation|water|oceans|fisheries|food|information|communications?|media|religion"
    "|worship|global|public|diplomacy|spokesperson|spokesman|spokeswoman|press|secretary|secretary-general|president"
    "|prime|minister|cabinet|vice|chancellor|historian|veterans|homeland|housing|infrastructure|investments?|companies"
    "|enterprise|planning|trade"
)
_AREA = rf"(?i:{_AREAS})\b"
# Each area has one word for a sign before it, so that no text can be split in many ways.
_OF_AREAS = rf"(?:(?:,? |-)(?:(?:and|&|of|for|the) ){{0,3}}{_AREA})+"
_NAME = r"[A-Z][\w.'’-]+"
_COUNTRY = (
    rf"(?:the )?(?:(?:{_NAME} ){{0,3}}(?:Republic|Kingdom|State|Federation|Union"
    rf"|Commonwealth)(?: of (?:the )?{_NAME}(?: {_NAME})?)?"
    rf"|{_NAME}(?: {_NAME})?(?: and {_NAME})?)"
)
_STATE = (
    rf"(?:The |the )?(?:{_NAME} ){{0,3}}(?:Republic|Kingdom|Sultanate|Principality|Grand Duchy) of (?:the )?"
    r"(?:(?:North|South|New|Saudi|Sri|Costa|El|San|Sierra|Marshall|Cabo|Equatorial|Central|Union of) )?[A-Z]\w+"
    r"(?: and (?:the )?[A-Z]\w+)?"
)
# A noun in the plural, as a verb in the present, stands last: "Ministry of Ports Opens Office" is a title.
_NOUNS = r"(?:[A-Z][\w'’-]*[^\Ws] ){0,3}[A-Z][\w'’-]+"
_ANY_MINISTRY = re.compile(
    rf"(?:(?:The|the) )?(?:(?:{_NAME} )?(?i:ministry|department|directorate|secretariat) (?:of|for) (?:the )?"
    rf"{_NOUNS}(?:(?:,? (?:and|&|of|for)|,)(?: the)? {_NOUNS}){{0,5}}|{_STATE})"
)
_FOREIGN_MINISTRY = re.compile(
    r"(?:minist[eè]r(?:e|io|ul|stvo|stwo|ie|ium|ija)|ministria|ministarstvo|ministeriet) .{3,60}"
    r"|(?:міністерство|министерство|министарство) .{3,60}|мзс україни"
    r"|.{3,40} (?:bakanlığı|minisztérium|ministeriö|ministeerium|ministrija|departementet|ministerija|ministeriet)"
    r"|(?:külügy|ulko|väli|utrikes|utenriks|udenrigs)\w*(?:minisztérium|ministeriö|ministeerium|departementet|ministeriet)"
    r"|kementerian .{3,60}|bộ (?:ngoại giao|quốc phòng|công thương)(?: .{3,40})?|υπουργείο .{3,60}"
    r"|وزار[ةت] .{3,60}|משרד (?:החוץ|הביטחון|ראש הממשלה)|กระทรวง.{3,40}|(?:विदेश|रक्षा) मंत्रालय.{0,40}",
    re.I,
)
_NATION = r"(?:(?:U\.S\.|US|UK|United States|[A-Z]\w+(?:ish|ese|an|ic|ch|al|ni|qi)|Australian Government) )"
_ORGANIZATION = re.compile(
    rf"(?:(?:The|the) )?{_NATION}?(?:"
    rf"(?i:ministry|department|office|bureau|secretariat|directorate){_OF_AREAS}(?:(?: of|,| \("
    rf"|,? in) ?(?:Government of )?{_COUNTRY}(?: ?\(\w+\)|\))?)?"
    rf"|{_AREA}(?: {_AREA}){{0,4}} (?i:ministry|department|office|bureau)(?: of {_COUNTRY})?"
    rf"|(?i:(?:embassy|consulate(?:[- ]general)?|high commission|permanent (?:mission|representation|delegation)"
    rf"|government))"
    rf"(?: (?:of|to|in|for|at) (?:the )?{_COUNTRY}){{1,3}}(?:, {_NAME})?"
    rf"|(?i:(?:press service|presidency|chancellery|cabinet|office) of) (?:the )?(?:{_AREA}"
    rf"|{_COUNTRY})(?: of {_COUNTRY})?"
    rf"|{_COUNTRY},? (?:{_AREA} )?(?i:ministry|department)(?:{_OF_AREAS})?"
    rf")",
)
_HOUSES = re.compile(
    r"(?:the )?(?:white house(?:,? (?:office of the press secretary|washington(?:,? d\.?c\.?)?))?|kremlin"
    r"|élysée(?: palace)?"
    r"|10 downing street|prime minister'?s office(?:, 10 downing street)?|office of the (?:press secretary"
    r"|spokesperson)"
    r"|(?:u\.?s\.? |united states )?(?:department of (?:state|defense|war|the treasury)|state department)|pentagon"
    r"|nato|osce"
    r"|united nations(?: security council)?|european (?:commission|council|union|external action service)|gov\.uk"
    r"|security council"
    r"|foreign(?:,|, commonwealth) (?:and|&|commonwealth) ?(?:&|and)? ?development office|global affairs canada"
    r"|african union"
    r"|government of (?:the )?[A-Z][\w .]{2,30}|federal foreign office|foreign office|foreign ministry"
    r"|(?:mofa|mfa)(?: of .{3,30})?|asean"
    r"|外交部|外務省|외교부|国防部|防衛省|국방부|中华人民共和国外交部|首相官邸|대통령실"
    r"|министерство иностранных дел(?: .{2,40})?"
    r"|мид россии|auswärtiges amt|bundesregierung|ministère .{3,60}|ministerio de .{3,60}|ministério d.{3,60}"
    r"|ministero d.{3,60})",
    re.I,
)
_OFFICE = (
    r"(?:(?:acting|deputy|under|assistant|vice|first|permanent|principal|special|senior|chief|parliamentary|prime"
    r"|state|foreign"
    r"|the|u\.s\.|us|united states) ?)*(?:secretary(?:[- ]general)?|minister|president|spokes(?:person|man|woman)"
    r"|ambassador"
    r"|director(?:[- ]general)?|representative|envoy|chancellor|governor|commissioner|adviser|advisor|chair(?:man"
    r"|person)?|head"
    r"|general|admiral|prime minister|coordinator)"
)
_CAPITALIZED = r"(?!(?i:remarks|statement|readout|joint|press|speech|address)\b)[A-Z][\w.'’-]*"
_BY_LINE = re.compile(
    rf"(?:By|BY|by) {_CAPITALIZED}(?: {_CAPITALIZED}){{0,4}}(?:, (?i:{_OFFICE}\b).{{0,80}})?"
    rf"|{_CAPITALIZED}(?: {_CAPITALIZED}){{1,4}}, (?i:{_OFFICE})"
    rf"(?:,? (?i:of|for|to|and|at) (?i:the )?{_CAPITALIZED}(?:,? {_CAPITALIZED}){{0,3}})*"
)
_BESIDE_DATE = re.compile(
    rf"(?<![^\W_]){WEEKDAYS}(?![^\W_])|\d{{1,2}}[:.h]\d{{2}}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{{2,4}})?", re.I
)


_CONTACT = re.compile(
    r"(?:(?:press|media|news|further|for more) )?(?:contacts?|inquiries|enquiries|information)"
    r"(?: information| details)?\s*:.*"
    r"|(?:tel(?:ephone)?|phone|fax|e-?mail|web(?:site)?|twitter|address)\.?\s*:.*|(?:https?://|www\.)\S+|\S+@\S+\.\w+"
    r"|\+?[\d\s().-]{7,}|(?:tel(?:ephone)?|phone|fax)\.?\s*\+?[\d\s().-]{5,}|(?:p\.? ?o\.? ?box|post office box)\b.*",
    re.I,
)
_PLACES = re.compile(r"\W*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?(?:,\s*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)?\s*[,(]\W*")
_PLACE_BEHIND = re.compile(r"[-–—,|(]\s*[A-Z][\w.'’-]+(?:,\s*[A-Z][\w.'’-]+)?\W*")
_OCCASION = re.compile(
    r"\b(?:briefing|conference|statement|remarks|meeting|summit|readout|call|talks|press|communiqué|communique|speech|address"
    r"|declaration|dialogue|session|visit|transcript|interview|doorstop|message|report|forum|day|letter|agreement|schedule)s?\b",
    re.I,
)


def masthead(line: str) -> Masthead | None:
    """Return the kind of a line that stands above titles, None for a line that may be a title."""
    text = line.strip(" \t*_#")
    if not text or len(text) > _LONGEST_MASTHEAD:
        return "symbol" if line and not text else None
    plain = fold_typography(text)
    if _NAVIGATION.fullmatch(plain.rstrip(" .…:")) or (_CRUMBS.fullmatch(text) and len(plain.split()) <= 16):
        return "navigation"
    if _is_menu(plain):
        return "navigation"
    if _SECTION.fullmatch(_BY_OFFICE.sub("", plain.strip(" :|»›>"))):
        return "section"
    if _is_date(plain):
        return "date"
    plain = _without_dates(plain)
    if _LABEL.fullmatch(plain.strip("()[]（）【】")) or _HEAD_OF_DOCUMENT.fullmatch(plain):
        return "label"
    if _KIND.fullmatch(plain):
        return "kind"
    if _is_symbol(plain):
        return "symbol"
    if organization(plain):
        return "organization"
    if _CONTACT.fullmatch(plain):
        return "contact"
    return "by-line" if _BY_LINE.fullmatch(plain) else None


def _is_menu(line: str) -> bool:
    """Return whether a line is a row of the names of pages: "Login | Register | News"."""
    parts = _MENU_SIGN.split(line)
    return len(parts) > 1 and all(_NAVIGATION.fullmatch(part) or _SECTION.fullmatch(part) for part in parts)


def organization(line: str) -> bool:
    """Return whether a line is the name of a ministry, an embassy, a government or an international body alone."""
    named = (
        re.sub(r"(?<= )(?:Of|And|For|The|To|In)\b", lambda word: word[0].lower(), line.title())
        if line.isupper()
        else line
    )
    named, line = (_WELCOME.sub("", _ABBREVIATION.sub("", each)) for each in (named, line))
    if _HOUSES.fullmatch(line) or _ORGANIZATION.fullmatch(named):
        return True
    ministry = _ANY_MINISTRY.fullmatch(named) or (
        len(line.split()) <= _MINISTRY_WORDS and _FOREIGN_MINISTRY.fullmatch(line)
    )
    return bool(ministry) and not _OCCASION.search(line)


def _is_symbol(line: str) -> bool:
    """Return whether a line is the symbol or the number of a document or page, or has signs alone: SC/12345, "***"."""
    if _PAGE_NUMBER.fullmatch(line) or not re.search(r"\w", line):
        return True
    numbered = _NUMBERED.match(line)
    parts = line[numbered.end() if numbered else 0 :].split()
    if not 1 <= len(parts) <= _SYMBOL_PARTS or not all(map(_SYMBOL_PART.fullmatch, parts)):
        return False
    digits = any(char.isdigit() for char in "".join(parts))
    return digits and (numbered is not None or any(map(_SYMBOL_SIGN.search, parts)))


def _is_date(line: str) -> bool:
    """Return whether a line holds a date and nothing else but a label or a place, a weekday, a clock and signs."""
    rest = _without_dates(line)
    if rest == line:
        return False
    beside = re.sub(rf"(?<![^\W_]){ARTICLES}\W*$", "", _BESIDE_DATE.sub("", rest).strip(), flags=re.I)
    if len(re.sub(r"[\W_]+", "", beside)) <= 2 or date_labels.label(beside):
        return True
    placed = _PLACES.fullmatch(beside) or _PLACE_BEHIND.fullmatch(beside)
    return placed is not None and not _OCCASION.search(beside)


def _without_dates(line: str) -> str:
    """Return a short line without the dates in it."""
    for found in reversed(dates.find(line) if len(line) <= 80 else []):
        line = f"{line[: found.start]}{line[found.end :]}"
    return line.strip()
