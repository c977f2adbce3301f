"""Shows the numbers of list items in the formats of word processors."""

from briefreader.roman_numerals import roman

_LARGEST_ROMAN = 9_999
_MOST_LETTERS = 20
_SERIES = {
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "aiueo": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
}
_ALIASES = {"russianUpper": "russianLower", "ideographDigital": "ideographic", "japaneseCounting": "ideographic",
            "chineseCounting": "ideographic", "chineseCountingThousand": "ideographic", "koreanDigital": "ideographic",
            "taiwaneseCountingThousand": "ideographic", "japaneseDigitalTenThousand": "ideographic"}  # fmt: skip
_IDEOGRAPHS = "〇一二三四五六七八九"


def shown(number: int, style: str) -> str:
    """Return a number in a format named as in WordprocessingML (ST_NumberFormat), in digits where it is not known."""
    name = _ALIASES.get(style, style)
    if number < 1 or name in ("decimal", ""):
        return str(number)
    if name in ("lowerLetter", "upperLetter"):
        times, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) * min(times + 1, _MOST_LETTERS)
    elif name in ("lowerRoman", "upperRoman") and number <= _LARGEST_ROMAN:
        text = roman(number)
    elif name == "ideographic" and number < 100:
        text = _ideographs(number)
    elif name in _SERIES and number <= len(_SERIES[name]):
        text = _SERIES[name][number - 1]
    elif name == "decimalZero":
        text = f"{number:02d}"
    elif name == "ordinal":
        text = f"{number}{_ending(number)}"
    elif name == "decimalEnclosedParen":
        text = f"({number})"
    elif name == "decimalEnclosedFullstop":
        text = f"{number}."
    else:
        text = str(number)
    return text.upper() if style.startswith("upper") or style == "russianUpper" else text


def _ideographs(number: int) -> str:
    tens, ones = divmod(number, 10)
    begin = "" if not tens else ("" if tens == 1 else _IDEOGRAPHS[tens]) + "十"
    return begin + (_IDEOGRAPHS[ones] if ones else "")


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
