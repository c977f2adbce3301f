"""How foreign ministries word a readout: days before the verb, datelines, companions, visits with several talks."""

import pytest

from annotate.marked import annotate
from briefreader.annotate import Annotator
from briefreader.model import Meeting, Role


def meeting(annotator: Annotator, body: str, title: str = "Talks", date: str = "2025-05-07") -> Meeting:
    """The meeting of a text, which must report one."""
    found = annotate(annotator, body, title, date).meeting
    assert found is not None
    return found


def roles(annotator: Annotator, body: str, title: str = "Talks") -> dict[str, Role]:
    """The role of each person in a text."""
    return {each.name: each.role for each in annotate(annotator, body, title, "2025-05-07").attendance}


@pytest.mark.parametrize(
    "body",
    [
        "The Minister of Foreign Affairs of Kenya, Mr Tim Owino, will on Tuesday, 6 May 2025, host Foreign "
        "Minister Pia "
        "Holm of Finland in Nairobi.",
        "The Minister of Foreign Affairs of Kenya, Hon. Tim Owino (MP), on 6 May 2025, received in Nairobi the Foreign "
        "Minister of Finland, Ms. Pia Holm.",
        "On 6 May, commencing at 5 p.m. for 40 minutes, Mr. Tim Owino, Minister for Foreign Affairs of Kenya, who was "
        "visiting Nairobi, had a working lunch with Foreign Minister Pia Holm of Finland.",
        "The Foreign Minister of Kenya, Ambassador Tim Owino, and the Foreign Minister of Finland, Ambassador Pia "
        "Holm, "
        "co-chaired on 6 May, in Nairobi, the second meeting of the Kenya-Finland Commission.",
    ],
)
def test_a_day_between_the_subject_and_the_verb_is_that_of_the_meeting(annotator: Annotator, body: str) -> None:
    held = meeting(annotator, body)
    assert (held.date, held.city) == ("2025-05-06", "Nairobi")


def test_a_visitor_to_the_country_is_received_in_the_town_of_the_dateline(annotator: Annotator) -> None:
    held = meeting(
        annotator,
        "Doha | 7 May 2025 - HE Minister of Trade Tim Saad met on Wednesday with HE Minister of Finance of Malta Joe "
        "Borg, who is currently visiting the country.",
    )
    assert (held.city, held.country, set(held.sides)) == ("Doha", "Qatar", {"Qatar", "Malta"})


def test_an_ambassador_to_the_kingdom_has_the_side_before_those_words(annotator: Annotator) -> None:
    held = meeting(
        annotator,
        "Riyadh, 7 May 2025 -- Vice Minister of Foreign Affairs Tim Saad met here today with Ambassador of Malta to "
        "the Kingdom Joe Borg.",
    )
    assert set(held.sides) == {"Saudi Arabia", "Malta"}


def test_a_headline_of_two_gives_the_first_no_office_of_the_second(annotator: Annotator) -> None:
    found = annotate(
        annotator,
        "ABU DHABI, 7 May 2025 -- Tim bin Saad, Minister of Foreign Affairs, today received Pia Holm, Minister of "
        "Foreign Affairs of Latvia.",
        "Tim bin Saad, Foreign Minister of Latvia discuss ties",
        "2025-05-07",
    )
    assert {each.name: each.side for each in found.attendance} == {
        "Tim bin Saad": "United Arab Emirates",
        "Pia Holm": "Latvia",
    }


def test_those_present_during_a_meeting_take_part(annotator: Annotator) -> None:
    body = (
        "Principal Secretary Tim Owino of Kenya hosted Deputy Minister Pia Holm of Finland in Nairobi.\n\n"
        "Present during the meeting were the High Commissioner, Ms. Ada Lund, and Director Ben Otieno."
    )
    assert roles(annotator, body)["Ada Lund"] == roles(annotator, body)["Ben Otieno"] == "participant"


def test_who_took_part_in_a_meeting_that_was_held_somewhere_does_not_lead(annotator: Annotator) -> None:
    body = (
        "Foreign Secretary Ana Ruiz of Mexico held a working meeting today with the Guatemalan minister of foreign "
        "affairs, Leo Paz. Undersecretary Tom Lara also took part in the meeting, which was held at the Foreign "
        "Ministry."
    )
    assert roles(annotator, body) == {"Ana Ruiz": "lead", "Leo Paz": "lead", "Tom Lara": "participant"}


def test_on_a_visit_whoever_the_minister_called_on_leads(annotator: Annotator) -> None:
    body = (
        "Mr. Tim Borg, Minister of Foreign Affairs of Malta, paid an official visit to India from 4 to 7 May.\n\n"
        "2. Foreign Minister Anil Rao of India held talks with Minister Borg on 6 May.\n\n"
        "3. During the visit, the Foreign Minister called on Vice President Shri Ravi Nair."
    )
    assert set(roles(annotator, body).values()) == {"lead"}


def test_the_counterpart_of_the_head_of_a_delegation_leads(annotator: Annotator) -> None:
    body = (
        "Kenya and Finland held the 4th Political Consultations in Nairobi on 6 May 2025. Undersecretary Tim Owino led "
        "the Kenyan delegation, with Deputy Foreign Minister Pia Holm as his counterpart."
    )
    assert roles(annotator, body) == {"Tim Owino": "lead", "Pia Holm": "lead"}


def test_a_minister_receives_the_visit_of_another(annotator: Annotator) -> None:
    held = meeting(
        annotator,
        "The Minister for Foreign Affairs of Kenya, Tim Owino, received the visit of the Deputy Prime Minister of "
        "Fiji, "
        "Josaia Vula, in Nairobi on 6 May.",
    )
    assert set(held.leads) == {"Tim Owino", "Josaia Vula"}


def test_a_next_meeting_may_call_its_body_by_its_last_word(annotator: Annotator) -> None:
    body = (
        "The Fifth Meeting of the Nepal-Malta Bilateral Consultation Mechanism (BCM) was held in Kathmandu today.\n\n"
        "The two sides agreed to hold the next meeting of the Mechanism in Valletta."
    )
    assert meeting(annotator, body).next == "in Valletta"


def test_envoys_listed_after_the_presentation_of_credentials_lead(annotator: Annotator) -> None:
    body = (
        "Two new Heads of Mission presented their credentials to President Nimal Silva in Colombo this morning.\n\n"
        "The diplomats who presented credentials are as follows:\n\n"
        "1. Tim Owino - High Commissioner of the Republic of Kenya\n\n"
        "2. Elena Petrova - Ambassador of the Republic of Bulgaria\n\n"
        "Minister of Foreign Affairs Ada Perera and Dr. Ravi Dias were also present at the occasion."
    )
    assert roles(annotator, body) == {
        "Nimal Silva": "lead",
        "Tim Owino": "lead",
        "Elena Petrova": "lead",
        "Ada Perera": "participant",
        "Ravi Dias": "participant",
    }
    told = "President Tim Owino of Kenya received the Letters of Credence of two ambassadors on 6 May 2025. "
    assert set(roles(annotator, told + "They are Eva Salo of Finland and Leo Paz of Peru.").values()) == {"lead"}


def test_an_envoy_with_letters_of_credence_has_the_side_behind_as(annotator: Annotator) -> None:
    found = annotate(
        annotator,
        "Ms. Eva Salo presented her Letters of Credence to the President of Kenya, Tim Owino, on 6 May 2025 as "
        "Ambassador of Finland.",
        "Credentials",
        "2025-05-07",
    )
    assert found.meeting is not None
    assert (found.meeting.date, found.meeting.format) == ("2025-05-06", "in person")
    assert {each.name: each.side for each in found.attendance} == {"Eva Salo": "Finland", "Tim Owino": "Kenya"}


def test_people_in_the_order_of_their_countries_have_those_sides(annotator: Annotator) -> None:
    bodies = (
        "The Foreign Ministers of Egypt, Jordan and Iraq, Tarek Fahmy, Omar Haddad and Ali Jassim, met in Cairo.",
        "Consultations between the Ministry of Foreign Affairs of Egypt and the Ministry of Foreign Affairs of Jordan "
        "took place in Cairo. The delegations were led by Director General Tarek Fahmy and Director for Europe Omar "
        "Haddad, respectively.",
    )
    for body in bodies:
        sides = {each.name: each.side for each in annotate(annotator, body, "Talks", "2025-05-07").attendance}
        assert (sides["Tarek Fahmy"], sides["Omar Haddad"]) == ("Egypt", "Jordan")


def test_the_ministries_of_two_countries_are_the_sides_of_their_consultations(annotator: Annotator) -> None:
    held = meeting(
        annotator,
        "Political consultations between the foreign ministries of Cyprus and Uruguay were held in Nicosia on 6 May.",
    )
    assert set(held.sides) == {"Cyprus", "Uruguay"}


def test_those_who_accompany_a_person_without_a_name_are_of_one_side(annotator: Annotator) -> None:
    body = (
        "President Joe Borg of Malta received the Minister for Foreign Affairs of Peru, Ana Ruiz, in Valletta. The "
        "Minister was accompanied by the Ambassador of Peru, Leo Paz, and the Head of Protocol, Eva Soto."
    )
    found = annotate(annotator, body, "Talks", "2025-05-07").attendance
    assert {each.side for each in found if each.role == "participant"} == {"Peru"}


def test_ministers_who_spoke_to_the_press_after_their_talks_led_them(annotator: Annotator) -> None:
    body = (
        "Foreign Minister Pia Holm of Finland and visiting Foreign Minister of Chile Ana Ruiz addressed the media in "
        "Helsinki on 6 May 2025 following their bilateral talks."
    )
    held = meeting(annotator, body)
    assert (set(held.leads), held.city) == ({"Pia Holm", "Ana Ruiz"}, "Helsinki")


def test_a_guest_is_welcomed_to_a_town_by_the_host(annotator: Annotator) -> None:
    body = "The Prime Minister of Fiji, Josaia Vula, was welcomed to Apia by the Prime Minister of Samoa, Mele Tuala."
    assert roles(annotator, body) == {"Josaia Vula": "lead", "Mele Tuala": "lead"}


def test_who_also_took_part_in_talks_does_not_lead(annotator: Annotator) -> None:
    body = (
        "An exchange of views between Deputy Minister Ivan Petrov of Bulgaria and Under-Secretary Pia Holm of Finland "
        "took place in Sofia. Taking part in the talks were also Ambassador Eva Salo and Director Georgi Kolev."
    )
    assert roles(annotator, body)["Eva Salo"] == roles(annotator, body)["Georgi Kolev"] == "participant"


def test_the_two_ministers_of_a_visit_met_in_the_town_of_their_talks(annotator: Annotator) -> None:
    body = (
        "1. At the invitation of Prime Minister Anil Rao of India, Prime Minister Pia Holm of Finland paid a State "
        "Visit to India from 4 to 6 May 2025.\n\n2. The two Prime Ministers held talks in New Delhi on 5 May 2025."
    )
    assert meeting(annotator, body).city == "New Delhi"


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Holm assured her counterpart that Finland would continue to train teachers.",
        "The Finnish Minister informed the Kenyan side that Finland would open a consulate.",
        "Both sides committed themselves to finalising the text.",
        "The interlocutors agreed on further contacts at various levels.",
    ],
)
def test_a_side_binds_itself_before_its_counterpart(annotator: Annotator, sentence: str) -> None:
    opening = "Foreign Minister Tim Owino of Kenya met Foreign Minister Pia Holm of Finland in Nairobi on 6 May 2025. "
    found = annotate(annotator, opening + sentence, "Talks", "2025-05-07")
    assert [each.text for each in found.commitments] == [sentence]


def test_a_title_may_end_with_the_town_and_the_day(annotator: Annotator) -> None:
    body = "Foreign Minister Luc Duval of France held talks with Foreign Minister Nino Lomidze of Georgia."
    assert meeting(annotator, body, "Georgia - Talks between the ministers (Lyon, 6 May 2025)").city == "Lyon"
    assert meeting(annotator, body, "Talks with Georgia – Lyon, May 6, 2025").city == "Lyon"


def test_a_meeting_beside_an_event_is_held_where_the_event_is(annotator: Annotator) -> None:
    body = (
        "Minister Anil Rao of India met Minister Kari Ness of Norway on the sidelines of the Ocean Conference, "
        "currently "
        "underway in Nice, France."
    )
    held = meeting(annotator, body)
    assert (held.city, held.country) == ("Nice", "France")


def test_a_line_above_the_report_may_give_its_day(annotator: Annotator) -> None:
    body = (
        "On Tuesday morning, 6 May 2025, at the Ministry of Economy:\n\nH.E. Im Sok, Director General of "
        "Cambodia, paid "
        "a courtesy call on Ms. Pia Holm, Ambassador of Finland."
    )
    assert meeting(annotator, body).date == "2025-05-06"


def test_the_day_of_a_dateline_in_capitals_is_that_of_the_release(annotator: Annotator) -> None:
    body = (
        "PASAY CITY 7 May 2025 – The Philippines and the Czech Republic convened the 4th Political Consultations in "
        "Prague on 5 May 2025."
    )
    assert meeting(annotator, body).date == "2025-05-05"


@pytest.mark.parametrize(
    ("body", "home"),
    [
        (
            "Vice Foreign Minister Chen Wei held consultations in Belgrade with Mr. Zoran Ilic, State Secretary of the "
            "Serbian Foreign Ministry. Chinese Ambassador to Serbia Liu Hao was present.",
            "China",
        ),
        (
            "Deputy Foreign Minister Adam Nowak met with Swedish State Secretary Karin Ek. The talks, held at the MFA "
            "headquarters in Warsaw, focused on trade.",
            "Poland",
        ),
    ],
)
def test_the_issuer_shows_in_its_ambassador_abroad_and_in_its_own_ministry(
    annotator: Annotator, body: str, home: str
) -> None:
    held = meeting(annotator, body)
    assert home in held.sides
    assert len(held.sides) == 2


def test_both_heads_of_delegations_in_one_sentence_lead(annotator: Annotator) -> None:
    body = (
        "Political consultations between Malta and Peru were held in Valletta on 6 May. The Maltese delegation "
        "was headed "
        "by Deputy Minister Joe Borg; the Peruvian delegation was headed by Under-Secretary Ana Ruiz."
    )
    assert roles(annotator, body) == {"Joe Borg": "lead", "Ana Ruiz": "lead"}


@pytest.mark.parametrize(
    "body",
    [
        "Omar Saad, Undersecretary of the Ministry of Foreign Affairs of Jordan, received a copy of the credentials of "
        "Pia Holm, Ambassador of Finland.",
        "Minister Omar Saad of Jordan today bade farewell to the outgoing Ambassador of Finland, Pia Holm, at a "
        "luncheon.",
        "State Secretary Pia Holm of Finland travels to Amman on 8 May 2025. She will meet Deputy Minister Omar Saad.",
    ],
)
def test_credentials_farewells_and_journeys_bring_two_people_together(annotator: Annotator, body: str) -> None:
    assert roles(annotator, body) == {"Omar Saad": "lead", "Pia Holm": "lead"}


@pytest.mark.parametrize(
    "told",
    [
        "Director Eva Salo and Ambassador Leo Paz were also on the call.",
        "Director Eva Salo and Ambassador Leo Paz attended.",
    ],
)
def test_who_was_on_the_call_or_attended_takes_part(annotator: Annotator, told: str) -> None:
    body = "On 6 May, Minister Pia Holm of Finland had a video call with Minister Ana Ruiz of Peru. " + told
    assert roles(annotator, body)["Eva Salo"] == roles(annotator, body)["Leo Paz"] == "participant"


def test_each_country_that_was_represented_by_somebody_has_its_own(annotator: Annotator) -> None:
    body = (
        "The Deputy Foreign Ministers of Malta, Greece and Cyprus met in Nicosia on 6 May 2025. Malta was "
        "represented by "
        "Joe Borg, Greece by Kostas Pappas and Cyprus by Andreas Loizou."
    )
    found = annotate(annotator, body, "Talks", "2025-05-07").attendance
    assert [(each.side, each.role) for each in found] == [("Malta", "lead"), ("Greece", "lead"), ("Cyprus", "lead")]


def test_members_of_a_congressional_delegation_have_its_side(annotator: Annotator) -> None:
    body = (
        "Foreign Secretary Ravi Nair of India held discussions with a visiting US Congressional delegation comprising "
        "Senator John Miller and Representative Mary Stone."
    )
    assert set(meeting(annotator, body).sides) == {"India", "United States"}


def test_who_receives_in_his_office_is_the_host(annotator: Annotator) -> None:
    body = (
        "The Minister of Trade of Ghana, Kofi Boateng, on 6 May received in his office Ambassador Pia Holm of Finland."
    )
    assert meeting(annotator, body).country == "Ghana"


def test_what_was_said_to_the_press_after_talks_reports_the_talks(annotator: Annotator) -> None:
    body = (
        "President of Malta Tim Borg supported the plan. He said this during a meeting with media representatives "
        "following talks with Pia Holm, President of Finland, in Valletta."
    )
    held = meeting(annotator, body)
    assert (set(held.leads), held.city) == ({"Tim Borg", "Pia Holm"}, "Valletta")


def test_opening_remarks_may_name_only_the_office_of_the_other_side(annotator: Annotator) -> None:
    body = "Foreign Secretary, let me welcome you. Our meeting is very useful."
    title = "Opening Remarks by the Minister during his meeting with Foreign Secretary of Malta (May 6, 2025)"
    assert meeting(annotator, body, title).date == "2025-05-06"


def test_a_state_house_with_its_town_gives_the_town(annotator: Annotator) -> None:
    body = "President Tim Owino of Kenya received Ambassador Pia Holm of Finland at State House, Nairobi, on 6 May."
    assert meeting(annotator, body).city == "Nairobi"


def test_the_side_that_was_represented_at_talks_of_two_takes_part(annotator: Annotator) -> None:
    body = (
        "Igor Morozov met in the Kremlin with President of Malta Joe Borg. The Russian side was represented by "
        "Presidential Aide Oleg Bobrov and Foreign Minister Anton Glebov."
    )
    found = annotate(annotator, body, "Meeting with President of Malta Joe Borg", "2025-05-07").attendance
    assert [each.role for each in found] == ["lead", "lead", "participant", "participant"]
    assert found[2].side == found[3].side == "Russia"


def test_ambassadors_of_several_countries_may_share_one_title(annotator: Annotator) -> None:
    body = (
        "President Petro Honchar received credentials from Ambassadors of Malta Joe Borg, of Peru Ana Ruiz and of "
        "Finland Pia Holm."
    )
    found = annotate(annotator, body, "President received credentials", "2025-05-07").attendance
    assert [(each.side, each.role) for each in found[1:]] == [("Malta", "lead"), ("Peru", "lead"), ("Finland", "lead")]


def test_officials_beside_an_ambassador_of_the_guest_are_of_the_host(annotator: Annotator) -> None:
    body = (
        "President of Ukraine Petro Honchar met with Minister of Defence of Malta Joe Borg. The meeting was also "
        "attended "
        "by Minister of Defence Oleh Bondar and Ambassador of Malta to Ukraine Ada Zammit."
    )
    sides = {each.name: each.side for each in annotate(annotator, body, "Talks", "2025-05-07").attendance}
    assert (sides["Oleh Bondar"], sides["Ada Zammit"]) == ("Ukraine", "Malta")


def test_who_will_accompany_a_traveller_takes_part(annotator: Annotator) -> None:
    body = (
        "On 8 May, Minister for Foreign Affairs Eva Lind will visit Valletta, Malta. Ms Lind will meet Minister for "
        "Foreign Affairs Joe Borg. State Secretary Nils Ek will accompany her."
    )
    assert roles(annotator, body) == {"Eva Lind": "lead", "Joe Borg": "lead", "Nils Ek": "participant"}


def test_a_call_with_a_leader_of_no_known_side_may_bind_both(annotator: Annotator) -> None:
    body = "Igor Morozov had a telephone conversation with President of Malta Joe Borg. They agreed to meet in June."
    assert len(annotate(annotator, body, "Call", "2025-05-07").commitments) == 1


def test_a_head_of_state_named_in_the_sentence_after_the_talks_leads(annotator: Annotator) -> None:
    body = (
        "Talks between the President of Russia and President of Malta Joe Borg took place in Sochi. Igor Morozov "
        "and Joe "
        "Borg discussed trade."
    )
    assert roles(annotator, body) == {"Igor Morozov": "lead", "Joe Borg": "lead"}


def test_officials_who_associated_the_minister_take_part(annotator: Annotator) -> None:
    body = (
        "Foreign Minister Sunil Perera of Sri Lanka met Foreign Minister Joe Borg of Malta in Colombo. Foreign "
        "Secretary "
        "Ada Dias and Director General Ravi Silva associated the Minister during the discussions."
    )
    assert roles(annotator, body)["Ada Dias"] == roles(annotator, body)["Ravi Silva"] == "participant"


def test_a_prime_minister_may_be_called_like_a_building(annotator: Annotator) -> None:
    body = "Prime Minister Robert Hall of Australia and Prime Minister Joe Borg of Malta met in Canberra on 6 May."
    assert roles(annotator, body) == {"Robert Hall": "lead", "Joe Borg": "lead"}
