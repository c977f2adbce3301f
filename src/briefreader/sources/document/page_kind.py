"""Recognizes files that hold no article: lists of articles, results of a search, error pages, walls before a page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefreader.model import SourceError
from briefreader.sources.structure.paragraph import Paragraph

_MANY_WORDS = 120  # a text of so many words is read, whatever its title says
_FEW_WORDS = 40  # of a text that is no article if one line says so, and of the prose in a list without excerpts
_LONG_NOTICE = 2_500  # characters of the longest notice about cookies
_SHORT = 300  # characters of a paragraph that may say why there is no article


class _Obstacle(NamedTuple):
    """A kind of page that stands in place of an article: its name, the remedy and its marks.

    `title` matches a title or a short line but for the name of a site, `text` a part of a short paragraph. An empty
    pattern matches nothing. `beside` matches a part of a paragraph without which a line beside the title tells nothing.
    """

    name: str
    remedy: str
    title: str
    text: str
    beside: str = ""


_LOST = (
    r"(?:(?:the |this |that |requested )*(?:page|document|file|content|resource|article|url)(?: you .{0,60}?)?"
    r"(?: was| is| could| can| has| does)?(?: ?not?|n['’]t)?(?: be)?(?: been)? ?"
    r"(?:found|exist|available|longer available|moved|removed|deleted))"
)
_ERROR = (
    r"(?:error|forbidden|bad gateway|bad request|unauthori[sz]ed|gone|service unavailable|internal server error"
    rf"|gateway time-?out|too many requests|access denied|(?:page )?not found|{_LOST})"
)
_OBSTACLES = (
    _Obstacle(
        "an error page",
        "open the address of the article again and save the article itself",
        rf"(?:http )?(?:error|fehler|erreur|ошибка)?\W{{0,3}}(?:40[0134]|410|429|50[0234])(?:\W+{_ERROR})?"
        rf"|(?:oops|sorry|error)?\W*(?:page )?not found|access (?:is )?denied|(?:403 )?forbidden|{_LOST}"
        r"|(?:service|site|page|temporarily|website)(?: is)?(?: temporarily| currently)? unavailable|bad gateway"
        r"|internal server error|gateway time-?out|too many requests|seite nicht gefunden|page introuvable"
        r"|page non trouvée|página no encontrada|página não encontrada|pagina non trovata|страница не найдена"
        r"|页面不存在|找不到页面|ページが見つかりません(?:でした)?|페이지를 찾을 수 없습니다",
        r"(?:page|document|file|content|url|address)[^.!?]{0,80}"
        r"(?:(?:can|could|was|were)(?: ?not|n['’]t) (?:be )?found|(?:does not|doesn['’]t|no longer) exists?"
        r"|(?:is|has been) (?:no longer available|removed|deleted|moved))"
        r"|(?:can(?:no|['’]?)t|could(?: not|n['’]t)|unable to) (?:seem to )?find (?:the|that|this|your|any) "
        r"(?:page|file|article)"
        r"|you (?:do not|don['’]t) have permission to (?:access|view)|server (?:encountered|is temporarily)",
    ),
    _Obstacle(
        "a test for robots",
        "wait in the browser until the article is there, and save it then",
        r"just a moment(?:\.\.\.|…)?|attention required!?|(?:are you|you are not) a robot|security check",
        r"checking (?:if|your browser|the site)|verify(?:ing)? (?:that )?you are (?:a )?human|unusual traffic"
        r"|enable (?:javascript and cookies|cookies and javascript)|incapsula incident|complete the captcha"
        r"|needs to review the security of your connection|not a robot",
    ),
    _Obstacle(
        "a page that shows its text by JavaScript alone",
        "copy the text of the article from the browser into a file",
        "",
        r"(?:enable|activate|turn on|requires?|needs?|without|aktivieren sie) java ?script|activer javascript"
        r"|java ?script (?:is |must )(?:be )?(?:disabled|required|enabled|not enabled|turned off|deaktiviert)",
    ),
    _Obstacle(
        "a page to log in",
        "log in with the browser and save the article",
        r"(?:member |user |account )?(?:log|sign)[ -]?(?:in|on)(?: to .{1,60}| required)?|anmelden|anmeldung"
        r"|(?:se )?connexion|connectez-vous|iniciar sesión|acceda|вход(?: в систему)?|로그인|登录|ログイン",
        r"forgot(?:ten)? (?:your |my )?password|(?:sign|log) in (?:to (?:your account|continue|read|view)|with your)"
        r"|enter your (?:user ?name|e-?mail)[^.]{0,40}password|passwort vergessen|mot de passe oublié",
        r"passwor|user ?name|mot de passe|contraseña|senha|пароль|비밀번호|密码|パスワード",
    ),
)
_FOUND_NOTHING = _Obstacle(
    "a search that found nothing",
    "search again and save the article itself",
    r"(?:sorry,? )?no (?:search )?(?:results?|matches)(?: (?:were |was )?found)?(?: for .{1,80})?"
    r"|nothing (?:was )?found|keine (?:treffer|ergebnisse).{0,40}|aucun résultat.{0,40}"
    r"|(?:no se encontraron|sin) resultados.{0,40}"
    r"|nenhum resultado.{0,40}|nessun risultato.{0,40}|ничего не найдено.{0,40}|검색 ?결과가 없습니다"
    r"|(?:没有|未)找到(?:相关)?结果|該当する.{0,20}ありません(?:でした)?",
    r"\bno (?:results?|matches|items|documents|articles|pages)(?: (?:were|was|have been))? found\b"
    r"|your search.{0,80}(?:did not match|returned (?:no|0|zero)|found no|has no)",
)
_COOKIES = r"\b(?:cookies?|consent|tracking|your privacy|personal data|vendors?)\b"
_COOKIE_CHOICE = r"\b(?:accept|reject|decline|allow|manage|agree|consent|necessary|uses?)\b"
_COOKIE_SITE = (
    r"site|browser|device|experience|privacy|partners?|preferences|analytics|advert|traffic|setting|polic"
    r"|cookies? (?:are|is)\b|use (?:of )?cookies|uses cookies|all cookies\W*$"
)

_MONTH_NAME = r"[^\W\d_]{3,12}\.?"
_DAY = (
    rf"(?:(?:19|20)\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}[-./]\d{{1,2}}[-./](?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th|er|\.)?"
    rf"[ -](?:de )?{_MONTH_NAME},?[ -](?:de )?(?:19|20)\d\d|{_MONTH_NAME} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|(?:(?:19|20)\d\d|(?:令和|平成)\d{1,2}) ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])"
)
_CLOCK = r"(?:[\s,|•·]*(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_LEADING = rf"\W*+(?:[^\W\d_]{{2,12}}[.,:]? ){{0,2}}\W*+{_DAY}{_CLOCK}\W*"
_TRAILING = rf"(?<!\W)\W*+(?:\b(?:on|posted|published|date)\b:? ?)?(?:[^\W\d_]{{2,12}}, )?{_DAY}{_CLOCK}\W*$"
_YEAR = re.compile(r"(?:19|20)\d\d|令和|平成")
_ENDED = re.compile(r"[.!?;:。！？]['\"”’)\]]*$")
_STOP = re.compile(r"[.!?;:。！？]['\"”’)\]]*(?:\s|$)")
_RESULTS = (
    r"(?:search )?results(?: for\b.*| \d.*)?|(?:site )?search(?: results?)?(?: for\b.*)?|you searched for\b.*"
    r"|suchergebnisse.*|résultats de (?:la |votre )?recherche.*|resultados de (?:la |su )?búsqueda.*"
    r"|результаты поиска.*|검색 ?결과.*|搜索结果.*|検索結果.*"
)
_SECTION = (
    r"(?:(?:latest|all|recent|archived?|press|media|news) )*"
    r"(?:news|newsroom|(?:press|media|news) (?:releases?|centre|center|room|corner)|press|remarks|readouts?|documents"
    r"|(?:statements?|speeches)(?: (?:&|and) .{1,30})?|communiqu[eé]s|publications|events|archives?|announcements"
    r"|updates|blog|actualités|communiqués de presse|noticias|comunicados|nachrichten|pressemitteilungen|aktuelles"
    r"|новости|보도자료|뉴스|新闻|报道)(?: (?:archive|list|20\d\d))?(?:\s*[|–—-]\s.{1,80})?"
)
_COUNTED = (
    r"(?:showing |displaying |results? |page )*(?:about )?\d[\d,.]*(?: ?[-–] ?\d+| to \d+)? "
    r"(?:of (?:about )?\d[\d,.]*|results?)\b.{0,60}"
)
_ENTRIES = 5  # of a list of articles
_FEWEST = 3  # entries where the page says that they were searched for
_LONGEST_COUNT = 100  # characters
_LONGEST_ENTRY = 45  # words
_SHORTEST_LINK = 24  # characters of the title of an article in Latin letters, a third of them in Chinese
_SHORTEST_TITLE = 3  # words of a link that is too short for the title of an article
_SHORTEST_PROSE, _LONGEST_TITLE = 12, 25  # words
LINKED = 0.6
"""The share of an entry that is a link, from which on the entry counts as a link."""
_LONGEST_EXCERPT = 80  # words of prose between two entries
_LONG_PROSE = 400  # characters; shorter paragraphs have fewer words than the longest excerpt


class Entry(NamedTuple):
    """A paragraph that may be an entry of a list, and whether most of it is a link."""

    text: str
    linked: bool
    row: bool = False


def entries(paragraphs: Sequence[Paragraph]) -> list[Entry]:
    """Return the paragraphs of a text as entries."""
    return [
        Entry(
            each.text,
            bool(each.links) and sum(link.end - link.start for link in each.links) >= LINKED * len(each.text),
            each.kind == "row",
        )
        for each in paragraphs
    ]


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern; most texts need none, and all of them take 20 ms."""
    return re.compile(pattern, re.IGNORECASE)


def refuse(name: str, titles: Sequence[str], paragraphs: Sequence[Paragraph]) -> None:
    """Raise SourceError for a page in place of an article: an error, a notice about cookies or a page to log in."""
    length = 0
    for paragraph in paragraphs:
        length += len(paragraph.text)
        if length > _LONG_NOTICE:
            return
    words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
    texts = [paragraph.text for paragraph in paragraphs if len(paragraph.text) <= _SHORT]
    if words < _MANY_WORDS:
        for obstacle in (*_OBSTACLES, _FOUND_NOTHING):
            alone = obstacle.beside and not any(_pattern(obstacle.beside).search(text) for text in texts)
            shown = _shown(
                obstacle, [*titles, *(() if alone else texts[:3])], [*titles, *texts] if words < _FEW_WORDS else None
            )
            if shown:
                raise SourceError(
                    f"{name}: this is {obstacle.name} (“{_cut(shown)}”), not an article; {obstacle.remedy}"
                )
    if not any("ookie" in paragraph.text for paragraph in paragraphs):
        return
    notices = [each.text for each in paragraphs if _pattern(_COOKIES).search(each.text)]
    asked = any("cookie" in text.lower() and _pattern(_COOKIE_CHOICE).search(text) for text in notices)
    asked = asked and any(_pattern(_COOKIE_SITE).search(text) for text in notices)
    if asked and 2 * sum(len(text.split()) for text in notices) > words:
        raise SourceError(f"{name}: this is a notice about cookies, not an article; answer it and save the article")


def _shown(obstacle: _Obstacle, heads: Sequence[str], texts: Sequence[str] | None) -> str | None:
    """Return the line that tells an obstacle, None where no line does; `texts` is None in a text of many words.

    In such a text a colon leads from the words of an obstacle to the subject of an article.
    """
    if obstacle.title:
        site = r"(?:[^|–—-]{1,60}\s[|–—-]\s)?\W*"
        divider = r"\s[|–—-]" if texts is None else r"(?:\s[|–—-]|:)"
        title = _pattern(rf"{site}(?:{obstacle.title})\W*(?:{divider}\s.{{0,80}})?")
        for head in heads:
            if len(head) <= _SHORT and title.fullmatch(head):
                return head
    return next((text for text in texts or () if _pattern(obstacle.text).search(text)), None)


def is_running(paragraphs: Iterable[Paragraph]) -> bool:
    """Tell whether a paragraph is too long for a list of articles."""
    return any(len(each.text) > _LONG_PROSE and each.text.count(" ") >= _LONGEST_EXCERPT for each in paragraphs)


def doubt(titles: Sequence[str], paragraphs: Sequence[Entry]) -> str | None:
    """Return a sentence about a text that looks like a list of articles or the results of a search, else None.

    `titles` are the title of the text and the headings of its page.
    """
    if not _is_list(paragraphs, _FEWEST):
        return None
    heads = [*titles, *(paragraph.text for paragraph in paragraphs[:3])]
    searched = any(len(head) <= _SHORT and _pattern(_RESULTS).fullmatch(head) for head in heads)
    counted = (each.text for each in paragraphs[:8] if len(each.text) <= _LONGEST_COUNT)
    searched = searched or any(_pattern(_COUNTED).fullmatch(text) for text in counted)
    named = searched or any(_pattern(_SECTION).fullmatch(title) for title in titles)
    if not named and not _is_list(paragraphs, _ENTRIES):
        return None
    kind = "the results of a search, not an article" if searched else "a list of articles, not one"
    return f"page: this looks like {kind}; open the article that you meant and save its own page"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def _is_list(paragraphs: Sequence[Entry], least: int) -> bool:
    """Tell whether paragraphs are the titles of articles with dates or links, each with an excerpt at most."""
    kinds = list(_kinds(paragraphs))
    dated, linked = kinds.count("dated"), kinds.count("linked")
    entries = max(dated, linked)
    if entries < least:
        return False
    lengths = [len(paragraph.text.split()) for paragraph in paragraphs]
    prose = listed = run = longest = runs = 0
    for kind, words in zip(kinds, lengths, strict=True):
        if kind == "prose":
            runs += run == 0
            prose += words
            run += words
            longest = max(longest, run)
        else:
            listed += words
            run = 0
    if prose <= min(_FEW_WORDS, listed / 2):
        return 3 * (dated + linked) >= len([kind for kind in kinds if kind != "prose"]) or entries >= 2 * least
    return longest <= _LONGEST_EXCERPT and entries / 2 <= runs <= entries + 2


def is_prose(paragraphs: Sequence[Entry]) -> bool:
    """Tell whether paragraphs hold more prose than a list of articles has above it."""
    prose = (
        len(each.text.split()) for each, kind in zip(paragraphs, _kinds(paragraphs), strict=True) if kind == "prose"
    )
    return sum(prose) > _FEW_WORDS


def _kinds(paragraphs: Sequence[Entry]) -> Iterator[str]:
    """Yield for each paragraph its part in a list of articles: `dated`, `linked`, `prose`, or nothing."""
    for text, linked, row in paragraphs:
        words = len(text.split())
        short = words <= _LONGEST_ENTRY
        if (
            short
            and _YEAR.search(text)
            and any(_is_dated(part, linked) for part in (text.split(" | ") if row else (text,)))
        ):
            yield "dated"
        elif linked and short and _is_long(text, words):
            yield "linked"
        elif words >= _SHORTEST_PROSE and (words >= _LONGEST_TITLE or _STOP.search(text)):
            yield "prose"
        else:
            yield ""


def _is_long(text: str, words: int) -> bool:
    """Tell whether the text of a link is as long as the title of an article; Chinese needs fewer characters."""
    return words > _SHORTEST_TITLE or len(text) >= (_SHORTEST_LINK if text.isascii() else _SHORTEST_LINK // 3)


def _is_dated(text: str, linked: bool) -> bool:
    """Tell whether a paragraph is a date, or a title with a date at its start or end."""
    if match := _pattern(_LEADING).match(text):
        rest = text[match.end() :]
    elif match := _pattern(_TRAILING).search(text):
        rest = text[: match.start()] if not _ENDED.search(text) else text
    else:
        return False
    return not rest or linked or not _ENDED.search(rest)
