"""The lines of a dossier."""

from briefreader.model import Companion, Dossier
from briefreader.ui.screens.dossier_lines import dossier_lines


def test_others_of_the_name_lead_to_their_dossiers() -> None:
    lines = dossier_lines(Dossier("Clara Wessel", "PERSON", others=(Companion("Hugo Wessel", 3),)), 80)
    at = [line.text for line in lines].index("Others of this name")
    assert (lines[at + 1].text, lines[at + 1].remark, lines[at + 1].name) == ("Hugo Wessel", "×3", "Hugo Wessel")


def test_a_name_of_one_person_has_no_others() -> None:
    assert "Others of this name" not in [line.text for line in dossier_lines(Dossier("Clara Wessel", "PERSON"), 80)]
