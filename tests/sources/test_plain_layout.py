"""Plain text as people and machines lay it out: wrapped, doubly spaced, indented, cut into pages, hyphenated."""

import textwrap
from collections.abc import Callable

import pytest

from briefreader import sources
from briefreader.model import Document

TITLE = "Norway and Azerbaijan hold talks in Oslo"
PARAGRAPHS = [
    "The delegations of Norway and Azerbaijan met in Oslo on 6 - 8 May 2025 for the fourth round of their talks, which "
    "the ministers of both countries had agreed to hold when they met at the margins of the conference in Vienna. The "
    "talks were open and useful.",
    "Both sides took up the work that was left from the round before: the long-term plan for shipping, the exchange "
    "of students and the rules for fishing beyond the limits of the two states. They noted that the plan - although "
    "late - is ready, and that the ships can sail before the winter comes.",
    "They will meet again.",
    "Minister Ann Roe thanked the hosts for the warm welcome that her delegation had been given in the city, and "
    "invited Minister Bo Ito to Baku in the autumn of the coming year. The two ministers agreed that their deputies "
    "should prepare the meeting and report to them on the first day of every month until then.",
]


def read(text: str) -> Document:
    return sources.parse(text.encode(), "talks.txt")


def blocks(text: str) -> list[tuple[str, int | None, str]]:
    document = read(text)
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks[1:]]


def wrapped(width: int, indent: str = "") -> list[list[str]]:
    return [textwrap.wrap(text, width, break_on_hyphens=False, initial_indent=indent) for text in PARAGRAPHS]


def blank_lines_between(width: int) -> str:
    return "\n\n".join("\n".join(lines) for lines in wrapped(width))


def a_blank_line_after_each_line(width: int) -> str:
    return "\n\n\n".join("\n\n".join(lines) for lines in wrapped(width))


def indented_first_lines(width: int) -> str:
    return "\n".join("\n".join(lines) for lines in wrapped(width, "    "))


def pages(foot: str, length: int = 8) -> Callable[[int], str]:
    """Return a layout that breaks the page after so many lines; `foot` stands between two pages."""

    def layout(width: int) -> str:
        lines = blank_lines_between(width).split("\n")
        cut = [lines[at : at + length] for at in range(0, len(lines), length)]
        text = "\n".join(cut[0])
        for number, page in enumerate(cut[1:], 1):
            text += foot.format(number, number + 1) + "\n".join(page)
        return text

    return layout


@pytest.mark.parametrize("width", [34, 40, 50, 60, 72, 80, 100, 132])
@pytest.mark.parametrize("layout", [blank_lines_between, a_blank_line_after_each_line, indented_first_lines])
def test_the_paragraphs_come_back_from_every_layout(layout: Callable[[int], str], width: int) -> None:
    assert read(f"{TITLE}\n\n{layout(width)}\n").body.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize("width", [50, 60, 72])
@pytest.mark.parametrize(
    ("foot", "told"),
    [
        ("\n\n{1}\n\n", "page number: 2"),
        ("\n\n- {1} -\n\n", "page number: - 2 -"),
        ("\n- {1} -\n", "page number: - 2 -"),
        ("\n\nPage {1} of 9\n\n", "page number: Page 2 of 9"),
        ("\n\n\f", None),
        ("\n\n{0}\n\n\fMinistry of Examples\nText of the talks\n\n", "running head: Ministry of Examples"),
    ],
)
def test_a_page_that_ends_in_a_sentence_does_not_part_it(foot: str, told: str | None, width: int) -> None:
    document = read(f"{TITLE}\n\n{pages(foot, 6)(width)}\n")
    assert " ".join(document.body.split()) == " ".join(PARAGRAPHS)
    assert any(line.startswith(told) for line in document.removed) if told else document.removed == ()


def test_the_number_of_a_section_is_no_page_number() -> None:
    text = f"{TITLE}\n\n1\n\nThey met.\n\n2\n\nThey left.\n"
    assert read(text).body.split("\n\n") == ["1", "They met.", "2", "They left."]


def test_a_line_that_recurs_in_the_text_is_no_running_head() -> None:
    text = f"{TITLE}\n\nMR. ROE:\n\nWe came to talk.\n\nMR. ITO:\n\nSo did we.\n\nMR. ROE:\n\nGood.\n"
    assert read(text).body.count("MR. ROE:") == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks ran 6 - 8 May 2025 in Oslo.",
        "August 7, 2025 - Ottawa, Ontario - Ministry of Trade",
        "OSLO, 9 May 2025 – The ministers met.",
        "The plan * and it is a plan * holds.",
    ],
)
def test_a_dash_or_a_star_inside_a_paragraph_stays(sentence: str) -> None:
    assert sentence in read(f"{TITLE}\n\n{sentence}\n\nThey left.\n").body.split("\n\n")


def test_a_line_may_begin_with_the_dash_of_a_range_or_of_an_aside() -> None:
    text = (
        "The delegations of both governments met for the talks that ran from 6\n"
        "- 8 May 2025 in Oslo and agreed on a plan, and all of the delegations\n"
        "– the new ones too – reaffirmed that the plan holds.\n"
    )
    assert read(f"{TITLE}\n\n{text}").body == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "The talks took place on 6\n- 8 May 2025 in Oslo.",
        "The talks took place on 6\n– 8 May 2025 in Oslo.",
        "They counted 10\n- 12 ships.",
    ],
)
def test_a_range_in_short_lines_goes_on_after_its_dash(text: str) -> None:
    assert read(f"{TITLE}\n\n{text}\n").body == " ".join(text.split())


def test_a_number_after_several_dashes_begins_an_item() -> None:
    text = f"{TITLE}\n\nThe ships of 2025\n- 8 from Oslo\n- 9 from Bergen\n"
    assert read(text).body.split("\n\n") == ["The ships of 2025", "8 from Oslo", "9 from Bergen"]


@pytest.mark.parametrize(
    ("above", "below", "word"),
    [
        ("denucleari-", "zation of the peninsula", "denuclearization"),
        ("the agree-", "ment of the sides", "agreement"),
        ("the DENUCLEARI-", "ZATION of the peninsula", "DENUCLEARIZATION"),
        ("the govern-", "ments of both states", "governments"),
        ("a long-", "term plan", "long-term"),
        ("the U.S.-", "ROK Alliance", "U.S.-ROK"),
        ("the Indo-", "Pacific region", "Indo-Pacific"),
        ("short-", "and medium-range missiles", "short- and"),
        ("people-", "to-people ties", "people-to-people"),
        ("the COVID-", "19 pandemic", "COVID-19"),
        ("state-", "owned companies", "state-owned"),
        ("the non-", "proliferation treaty", "non-proliferation"),
        ("a self-", "reliant state", "self-reliant"),
        ("the demili-", "tarization of the strait", "demilitarization"),
        ("the anti-", "piracy patrols", "anti-piracy"),
        ("a civil-", "ian rule", "civilian"),
        ("in 2024-", "25", "2024-25"),
        ("from 6–", "8 May", "6–8 May"),
    ],
)
def test_the_hyphen_at_a_lines_end_is_a_printers_or_the_words_own(above: str, below: str, word: str) -> None:
    text = f"The two sides reaffirmed in the talks their commitment to\n{above}\n{below} and to peace.\n"
    assert word in read(f"{TITLE}\n\n{text}").body


def test_the_other_words_of_the_text_decide_about_a_hyphen() -> None:
    for other, word in (("a followup meeting", "followup"), ("a follow-up meeting", "follow-up")):
        text = f"{TITLE}\n\nThey agreed on {other}.\n\nThe ministers spoke of the date of the follow-\nup.\n"
        assert f"date of the {word}." in read(text).body


def test_a_printers_hyphens_elsewhere_decide_about_a_doubtful_one() -> None:
    doubtful = "The ministers of both states laid down in the text the sup-\nport of their offices.\n"
    printed = "They signed the agree-\nment and the declar-\nation of the ministers.\n"
    assert "sup-port" in read(f"{TITLE}\n\n{doubtful}").body
    assert "support" in read(f"{TITLE}\n\n{doubtful}\n{printed}").body


def test_a_hyphen_is_a_printers_in_languages_that_hardly_write_one() -> None:
    text = "Die Minister sprachen in Oslo über die Zusammen-\narbeit der Häfen und über die Aus- und\nWeiterbildung.\n"
    assert read(f"Rede in Oslo\n\n{text}").body.endswith(
        "die Zusammenarbeit der Häfen und über die Aus- und Weiterbildung."
    )


def test_a_word_may_be_cut_at_the_end_of_a_page() -> None:
    assert (
        read(f"{TITLE}\n\nThey spoke of their commit-\n\nment to peace.\n").body
        == "They spoke of their commitment to peace."
    )


def test_korean_lines_are_joined_with_a_space() -> None:
    text = "양국 장관은 오늘 오슬로에서 회담을 갖고 어업 분야의 협력을\n강화하기로 합의하였다.\n"
    assert read(f"{TITLE}\n\n{text}").body == " ".join(text.split())


@pytest.mark.parametrize(
    "number", ["iii", "~ 3 ~", "[3]", "3 / 12", "Page 3 of 12", "3 | Talks", "-- 3 of 12 --", "25-04567 3/12"]
)
def test_a_page_number_has_many_forms(number: str) -> None:
    document = read(f"{TITLE}\n\nThey spoke of the ships and the\n\n{number}\n\nharbours of the north.\n")
    assert document.body == "They spoke of the ships and the harbours of the north."
    assert document.removed == (f"page number: {number}",)


def test_a_bare_number_counts_as_a_page_number_between_two_of_them() -> None:
    text = "- 1 -\n\nThey met.\n\n2\n\nThey spoke.\n\n- 3 -\n\nThey left.\n"
    assert read(f"{TITLE}\n\n{text}").body.split("\n\n") == ["They met.", "They spoke.", "They left."]


def test_a_number_and_its_item_are_one_paragraph() -> None:
    for text in ("1.\nThey met.\n\n2.\nThey left.\n", "1.\n\nThey met.\n\n2.\n\nThey left.\n"):
        assert blocks(f"{TITLE}\n\n{text}") == [("item", 1, "1. They met."), ("item", 1, "2. They left.")]


def test_items_have_the_level_of_their_indent_and_of_their_mark() -> None:
    listed = "They agreed to:\n\n- hold talks\n- open an office\n  - in Oslo\n  - in Baku\n- meet again\n"
    assert [level for _, level, _ in blocks(f"{TITLE}\n\n{listed}")] == [None, 1, 1, 2, 2, 1]
    numbered = "1. They met.\n(a) They talked.\n(b) They ate.\n2. They left.\n"
    assert blocks(f"{TITLE}\n\n{numbered}") == [
        ("item", 1, "1. They met."),
        ("item", 2, "(a) They talked."),
        ("item", 2, "(b) They ate."),
        ("item", 1, "2. They left."),
    ]


def test_an_initial_is_no_number() -> None:
    assert blocks(f"{TITLE}\n\nV. Roshko met A. Ito.\n") == [("paragraph", None, "V. Roshko met A. Ito.")]


def test_a_quotation_has_its_marks_and_a_heading_its_line() -> None:
    text = "Matters of trade\n----------------\n\nShe said:\n\n> We stand\n> by our word.\n\n## Ships\n\nThey sail.\n"
    assert blocks(f"{TITLE}\n======\n\n{text}") == [
        ("heading", 2, "Matters of trade"),
        ("paragraph", None, "She said:"),
        ("quote", 1, "We stand by our word."),
        ("heading", 2, "Ships"),
        ("paragraph", None, "They sail."),
    ]


def test_aligned_columns_are_the_rows_of_a_table() -> None:
    table = "Country      Year    Sum\nNorway       2023    1.5\nAzerbaijan   2024   20.0\n"
    document = read(f"{TITLE}\n\nThe sums:\n\n{table}")
    rows = [block for block in document.blocks if block.kind == "row"]
    assert [document.text[row.start : row.end] for row in rows] == [
        "Country | Year | Sum",
        "Norway | 2023 | 1.5",
        "Azerbaijan | 2024 | 20.0",
    ]
    assert {row.columns for row in rows} == {(0, 1, 2)}
    justified = "The  two sides met  in Oslo\nand  they talked about trade\nbefore  they went  home and\n"
    assert {kind for kind, _, _ in blocks(f"{TITLE}\n\n{justified}")} == {"paragraph"}


def test_no_line_is_lost_under_a_title_from_front_matter() -> None:
    document = read("---\ntitle: Envoy absent\n---\n\nBO ITO M.P.\nShadow Minister\n\nThe envoy did not come.\n")
    assert document.title == "Envoy absent"
    assert document.body.split("\n\n") == ["BO ITO M.P.", "Shadow Minister", "The envoy did not come."]


def test_a_signature_keeps_its_lines() -> None:
    text = f"{TITLE}\n\n{blank_lines_between(72)}\n\nAnn Roe\nMinister of Examples\nOslo, 9 May 2025\n"
    assert read(text).body.split("\n\n")[-3:] == ["Ann Roe", "Minister of Examples", "Oslo, 9 May 2025"]


def test_chinese_lines_are_joined_without_a_space() -> None:
    text = "会谈\n\n双方就加强经济合作和地区安全问题进行了深入交流并达成\n广泛共识。双方同意继续保持高层往来。\n"
    assert read(text).body == "双方就加强经济合作和地区安全问题进行了深入交流并达成广泛共识。双方同意继续保持高层往来。"


def test_the_letter_that_word_processors_write_for_a_bullet_marks_an_item() -> None:
    text = f"{TITLE}\n\nThey agreed to:\n\n•\tmeet\n•\ttalk\no\tin Oslo\no\tin Baku\n•\tleave\n"
    assert [(kind, level) for kind, level, _ in blocks(text)[1:]] == [("item", level) for level in (1, 1, 2, 2, 1)]
    assert blocks(f"{TITLE}\n\no presidente chegou a Oslo.\n")[0][0] == "paragraph"


def test_the_running_head_above_a_title_is_not_the_title() -> None:
    head = "Ministry of Examples - News\nPage {} of 3\n\n"
    text = head.format(1) + f"{TITLE}\n\nThe sides met in Oslo and agreed on the\n\n{head.format(2)}plan of work.\n"
    document = read(text)
    assert (document.title, document.body) == (TITLE, "The sides met in Oslo and agreed on the plan of work.")
    assert document.removed == (
        "page number: Page 1 of 3; Page 2 of 3",
        "running head: Ministry of Examples - News (2 times)",
    )


def test_items_without_marks_stay_apart_and_sentences_do_not() -> None:
    listed = f"{TITLE}\n\nThey talked of\nships\nfish\nthe ports of Norway\n"
    assert [text for _, _, text in blocks(listed)] == ["They talked of", "ships", "fish", "the ports of Norway"]
    narrow = f"{TITLE}\n\nThe two sides met in the city\nof Oslo and had talks on sea\nlanes.\n"
    assert [text for _, _, text in blocks(narrow)] == [
        "The two sides met in the city of Oslo and had talks on sea lanes."
    ]


def test_a_line_that_hangs_below_its_item_belongs_to_it() -> None:
    text = f"{TITLE}\n\nThe sides:\n   a) agreed on fees;\n   b) agreed on ports;\n      and on ships.\n"
    assert read(text).body.split("\n\n") == ["The sides:", "a) agreed on fees;", "b) agreed on ports; and on ships."]


def test_a_letter_in_brackets_that_no_other_follows_begins_no_item() -> None:
    text = (
        "The ministers noted the report of the group that had met in the spring under\n"
        "(a) the old mandate and (b) the new mandate, and asked it to go on with the\n"
        "work in the autumn.\n"
    )
    assert read(f"{TITLE}\n\n{text}").body == " ".join(text.split())
