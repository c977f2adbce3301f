"""The history of places: what is a stop, and where back and forward lead."""

from briefreader.ui.panes.article_place import ArticlePlace
from briefreader.ui.panes.history import MOST_STOPS, DossierPlace, History, Place, is_jump


def _went(*places: Place) -> History:
    history = History()
    for place in places:
        history.settle(place)
    return history


A, B, C = Place(brief_id="a"), Place(brief_id="b"), Place(brief_id="c")


def _gone(history: History, *steps: int) -> list[Place | None]:
    """Go by steps, each from the stop that the one before has led to."""
    return [history.go(step, history.stops[history.at]) for step in steps]


def test_back_and_forward_go_over_the_stops() -> None:
    history = _went(A, B, C)
    assert _gone(history, -1, -1, -1) == [B, A, None]
    assert _gone(history, 1, 1, 1) == [B, C, None]


def test_back_from_a_place_that_is_no_stop_yet_makes_it_one() -> None:
    history = _went(A, B)
    assert history.go(-1, C) == B
    assert history.go(1, B) == C


def test_a_place_off_the_way_back_is_left_and_the_stops_ahead_stay() -> None:
    history = _went(A, B, C)
    _gone(history, -1)
    off = Place(brief_id="off")
    assert history.go(-1, off) == B
    assert history.go(1, off) == C


def test_nothing_lies_behind_the_first_place() -> None:
    assert History().go(-1, A) is None


def test_panels_and_dossiers_are_gone_to_by_jumps_and_briefs_by_steps() -> None:
    dossier = A._replace(on_top=(DossierPlace("Seoul", 3),))
    assert is_jump(A, dossier)
    assert is_jump(A._replace(panel="names"), A)
    assert not is_jump(A, B)
    assert not is_jump(dossier, A._replace(on_top=(DossierPlace("Seoul", 9),)))


def test_a_new_stop_forgets_those_ahead() -> None:
    history = _went(A, B)
    _gone(history, -1)
    history.settle(C)
    assert history.stops == [A, C]
    assert _gone(history, 1) == [None]


def test_the_present_stop_is_left_as_it_was_last_seen() -> None:
    history = _went(A)
    read_on = A._replace(article=ArticlePlace(900, 3), pane="article")
    history.update(read_on)
    history.update(B)  # the cursor passes another brief, which is no stop
    history.settle(B)
    assert _gone(history, -1) == [read_on]


def test_a_brief_that_is_not_read_yet_keeps_the_place_where_it_will_open() -> None:
    history = _went(A._replace(article=ArticlePlace(900, 3)))
    history.update(A)
    assert history.stops == [A._replace(article=ArticlePlace(900, 3))]


def test_going_on_in_the_same_brief_keeps_the_stops_ahead() -> None:
    history = _went(A, B)
    _gone(history, -1)
    history.settle(A._replace(article=ArticlePlace(900)))
    assert _gone(history, 1) == [B]


def test_a_query_typed_with_pauses_is_one_stop() -> None:
    history = _went(A)
    for query in ("ext", "extended", "extended de", "extended"):
        history.settle(Place(query=query, brief_id="b"), draft=True)
    assert [place.query for place in history.stops] == ["", "extended"]


def test_a_query_that_was_used_is_a_stop_beside_the_one_it_becomes() -> None:
    history = _went()
    history.settle(Place(query="korea"), draft=True)
    history.settle(Place(query="korea"))  # went to a hit
    history.settle(Place(query="korea japan"), draft=True)
    history.settle(Place(query="nato"), draft=True)
    assert [place.query for place in history.stops] == ["korea", "korea japan", "nato"]


def test_a_brief_with_a_panel_or_a_dossier_is_a_stop_of_its_own() -> None:
    dossier = A._replace(on_top=(DossierPlace("Bonnie Jenkins"),))
    deeper = A._replace(on_top=(DossierPlace("Bonnie Jenkins", cursor=7), DossierPlace("Seoul")))
    history = _went(A, A._replace(panel="names"), dossier, deeper)
    assert len(history.stops) == 4
    history.settle(deeper._replace(on_top=(DossierPlace("Bonnie Jenkins", cursor=7), DossierPlace("Seoul", 3))))
    assert len(history.stops) == 4


def test_the_oldest_stops_are_forgotten() -> None:
    history = _went(*(Place(brief_id=str(number)) for number in range(MOST_STOPS + 10)))
    assert len(history.stops) == MOST_STOPS
    assert history.stops[0].brief_id == "10"
    assert _gone(history, -1) == [Place(brief_id=str(MOST_STOPS + 8))]
