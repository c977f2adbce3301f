"""What a key does: one value is a binding, a line of the help, an entry of the palette, and a row of the README."""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do in the reader.

    `keys` are Textual's names; `shown` is how a person reads them; `action` is the action of the reader's screen. One
    that moves between the panes goes `first`: it is carried out before the next key is looked at, so that the letters
    typed right after `/` reach the search bar.
    """

    id: str
    keys: str
    shown: str
    action: str
    label: str
    group: str
    first: bool = False

    @property
    def binding(self) -> Binding:
        """The command as a key binding of the screen."""
        return Binding(self.keys, self.action, self.label, show=False, id=self.id, priority=self.first)


COMMANDS: tuple[Command, ...] = (
    Command("search", "slash", "/", "search", "Search: letters filter the list as you type", "Search", True),
    Command("back", "escape", "Esc", "back", "Leave the article, close what is on top, clear a query", "Search", True),
    Command("next-match", "n", "n", "match(1)", "Next match in the article, or mention of the name picked", "Search"),
    Command("previous-match", "N", "N", "match(-1)", "Match or mention before", "Search"),
    Command("facets", "f", "f", "card('facets')", "Facets of the hits; Enter narrows, or takes a piece away", "Search"),
    Command("saved", "S", "S", "card('saved searches')", "Saved searches, and what is new in them", "Search"),
    Command("save", "m", "m", "save_search", "Save the search in the bar", "Search"),
    Command("sort", "s", "s", "sort", "By series or newest first; hits by date or relevance", "List"),
    Command("next-meeting", "right_square_bracket", "]", "meeting(1)", "Next meeting of the series", "List"),
    Command("previous-meeting", "left_square_bracket", "[", "meeting(-1)", "Previous meeting of the series", "List"),
    Command("down", "down,j", "↓ j", "step(1)", "Down; ↓ works from the search bar too", "Move"),
    Command("up", "up,k", "↑ k", "step(-1)", "Up; ↑ works from the search bar too", "Move"),
    Command("top", "g,home", "g", "end(False)", "To the first line", "Move"),
    Command("bottom", "G,end", "G", "end(True)", "To the last line", "Move"),
    Command("half-down", "ctrl+d", "Ctrl+D", "half_page(1)", "Half a page down", "Move"),
    Command("half-up", "ctrl+u", "Ctrl+U", "half_page(-1)", "Half a page up", "Move"),
    Command("page-down", "pagedown,space", "PgDn Space", "page(1)", "Next page of the article, from anywhere", "Move"),
    Command("page-up", "pageup", "PgUp", "page(-1)", "Page before, from anywhere", "Move"),
    Command("read", "enter", "Enter", "read", "Read: go to the article", "Panes", True),
    Command("switch-pane", "tab,shift+tab", "Tab", "switch_pane", "Go between list and article", "Panes", True),
    Command("next-name", "full_stop", ".", "name(1)", "Point at the next name", "Names"),
    Command("previous-name", "comma", ",", "name(-1)", "Point at the name before", "Names"),
    Command("dossier", "i", "i", "dossier", "All that the library says about the name pointed at", "Names"),
    Command("name-as", "a", "a", "name_as", "Give the name pointed at another name, or merge it into one", "Names"),
    Command("kill-name", "x", "x", "kill_name", "Let the name pointed at be no name", "Names"),
    Command("names", "p", "p", "card('names')", "Names in the brief, by type; Enter searches for one", "Names"),
    Command("attendance", "w", "w", "card('attendance')", "Who attended, and where the text says so", "Names"),
    Command("commitments", "c", "c", "card('commitments')", "What was promised, sentence by sentence", "Names"),
    Command("entities", "e", "e", "entities", "Names told apart by colour, by form, or not at all", "Article"),
    Command("address", "o", "o", "address", "Show the address of the source", "Article"),
    Command("refresh", "r", "r", "look_again", "Look for new and changed files, bring the index up to date", "Program"),
    Command("palette", "ctrl+p", "Ctrl+P", "app.command_palette", "All commands by name", "Program"),
    Command("redraw", "ctrl+l", "Ctrl+L", "app.redraw", "Paint the screen anew", "Program"),
    Command("help", "question_mark", "?", "help", "Help: every key", "Program"),
    Command("suspend", "ctrl+z", "Ctrl+Z", "app.suspend_process", "To the shell; fg comes back", "Program"),
    Command("quit", "q", "q Ctrl+Q", "app.quit", "Quit", "Program"),
)
