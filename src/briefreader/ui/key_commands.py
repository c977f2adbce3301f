"""The table of commands: each is a key binding, a line of the help, an entry of the command palette, a README row."""

from typing import NamedTuple

_COUNTED = frozenset(
    "down up top bottom half-down half-up page-down page-up next-match previous-match next-section previous-section "
    "next-meeting previous-meeting next-name previous-name next-sentence previous-sentence next-paragraph "
    "previous-paragraph next-heading previous-heading extend-down extend-up".split()
)
"""The commands that digits before them repeat, or send to a line."""


class Command(NamedTuple):
    """Something that a person can do in the reader.

    `keys` are Textual's names and `shown` is how people write them. `action` names the pane that acts, if any, as in
    `article.page(1)`. A command with `priority` is carried out before the next key is looked at: it moves the focus,
    and letters typed right after `/` must reach the search bar. `label` names keys of other commands as `{read}`.
    """

    id: str
    keys: str
    shown: str
    action: str
    label: str
    group: str
    priority: bool = False

    @property
    def screen_action(self) -> str:
        """The action as Textual runs it on the reader's screen."""
        pane, dot, _ = self.action.partition(".")
        action = f"in_pane({self.action!r})" if dot and pane != "app" else self.action
        return f"counted({action!r})" if self.id in _COUNTED else action


COMMANDS: tuple[Command, ...] = (
    Command("search", "slash", "/", "search", "Search: letters filter the list as you type", "Search", True),
    Command("back", "escape", "Esc", "back", "Leave the article, close the panel or clear the query", "Search", True),
    Command("next-match", "n", "n", "match(1)", "Next match, or next mention of the name in the panel", "Search"),
    Command("previous-match", "N", "N", "match(-1)", "Previous match or mention", "Search"),
    Command("facets", "f", "f", "panel('facets')", "Facets of the hits; letters filter, {read} narrows", "Search"),
    Command("saved", "S", "S", "panel('saved searches')", "Saved searches and their new hits", "Search"),
    Command("save", "m", "m", "search_bar.save", "Save the search in the bar", "Search"),
    Command("sort", "s", "s", "sort", "Sections, newest meeting or brief first; hits by date or relevance", "List"),
    Command("next-section", "right_curly_bracket", "}", "brief_list.section(1)", "Next section of the list", "List"),
    Command("previous-section", "left_curly_bracket", "{", "brief_list.section(-1)", "Previous section", "List"),
    Command("by-name", "A", "A", "brief_list.by_name", "Series and counterparts by name, or back", "List"),
    Command("snippets", "b", "b", "brief_list.snippets", "Best passage under each hit, where there is room", "List"),
    Command("unfold", "right", "→", "brief_list.unfold", "Unfold a group or a meeting of briefs; go into it", "List"),
    Command("fold", "left", "←", "brief_list.fold", "Fold it, or go to the row above that holds it", "List"),
    Command("next-meeting", "right_square_bracket", "]", "meeting(1)", "Next meeting of the series", "List"),
    Command("previous-meeting", "left_square_bracket", "[", "meeting(-1)", "Previous meeting of the series", "List"),
    Command("mark", "M", "M", "meetings.mark", "Mark briefs, meetings or series, for many at once", "List"),
    Command("join", "J", "J", "meetings.join", "Join the marked rows, or a row with the one above", "List"),
    Command("part", "P", "P", "meetings.part", "Part a brief, or the marked ones, from their meeting", "List"),
    Command("correct", "E", "E", "meetings.correct", "Correct the facts of a meeting, or the name of a series", "List"),
    Command("remove", "D", "D", "removal.remove", "Remove the brief, or the marked ones, from the library", "List"),
    Command(
        "star", "asterisk", "*", "reading.star", "Star the brief or the marked rows (★), or take the star away", "List"
    ),
    Command("unread", "U", "U", "reading.unread", "Mark the brief or the marked rows as read (·) or as unread", "List"),
    Command("down", "down,j", "↓ j", "left_pane.step(1)", "Down; {down} works from the search bar too", "Move"),
    Command("up", "up,k", "↑ k", "left_pane.step(-1)", "Up; {up} works from the search bar too", "Move"),
    Command(
        "top",
        "g,home",
        "g",
        "left_pane.move_to_end(False)",
        "First line; digits count: 12{top} line 12, 5{down}",
        "Move",
    ),
    Command("bottom", "G,end", "G", "left_pane.move_to_end(True)", "Last line", "Move"),
    Command("half-down", "ctrl+d", "Ctrl+D", "left_pane.half_page(1)", "Half a page down", "Move"),
    Command("half-up", "ctrl+u", "Ctrl+U", "left_pane.half_page(-1)", "Half a page up", "Move"),
    Command("page-down", "pagedown,space", "PgDn Space", "article.page(1)", "Next article page, from any pane", "Move"),
    Command("page-up", "pageup,ctrl+b", "PgUp Ctrl+B", "article.page(-1)", "Previous page, from any pane", "Move"),
    Command("read", "enter", "Enter", "read", "Read: go to the article; on a group, unfold or fold it", "Panes", True),
    Command(
        "history-back",
        "H,alt+left",
        "H Alt+←",
        "app.history(-1)",
        "Back to where you were before, as in a browser",
        "Panes",
    ),
    Command("history-forward", "L,alt+right", "L Alt+→", "app.history(1)", "Forward again", "Panes"),
    Command(
        "narrower",
        "less_than_sign",
        "<",
        "panes.move_divider(-1)",
        "List narrower; the mouse moves its edge too",
        "Panes",
    ),
    Command("wider", "greater_than_sign", ">", "panes.move_divider(1)", "List wider", "Panes"),
    Command("whole-screen", "z", "z", "panes.whole_screen", "Article on the whole screen, or beside the list", "Panes"),
    Command("switch-pane", "tab,shift+tab", "Tab", "switch_pane", "Switch between list and article", "Panes", True),
    Command("next-name", "full_stop", ".", "article.name(1)", "Select the next name", "Names"),
    Command("previous-name", "comma", ",", "article.name(-1)", "Select the previous name", "Names"),
    Command("dossier", "i", "i", "names.dossier", "All about the selected name; of an office, who held it", "Names"),
    Command("name-as", "a", "a", "names.rename", "Rename the selected name, or merge it into another", "Names"),
    Command("kill-name", "x", "x", "names.remove", "Stop treating the selected name as a name", "Names"),
    Command("undo", "u", "u", "undo.undo", "Undo the last change that you made, step by step", "Names"),
    Command("names", "p", "p", "panel('names')", "Names in the brief, by type; {read} searches for one", "Names"),
    Command("evidence", "e", "e", "panel('evidence')", "Facts of the meeting, with the sentences that say so", "Names"),
    Command("attendance", "w", "w", "panel('attendance')", "Who attended, with the sentences that say so", "Names"),
    Command("commitments", "c", "c", "panel('commitments')", "Commitments, sentence by sentence", "Names"),
    Command("entities", "v", "v", "article.marking", "Mark names by colour, by text style or not at all", "Article"),
    Command(
        "find",
        "ctrl+f",
        "Ctrl+F",
        "find",
        "Find words in this article and the next ones, until {back}",
        "Article",
        True,
    ),
    Command("next-heading", "number_sign", "#", "article.heading(1)", "Next heading", "Article"),
    Command("previous-heading", "circumflex_accent", "^", "article.heading(-1)", "Previous heading", "Article"),
    Command("narrower-text", "minus", "-", "article.text_width(-1)", "Shorter lines of text", "Article"),
    Command(
        "wider-text",
        "equals_sign",
        "=",
        "article.text_width(1)",
        "Longer lines of text, up to the pane's edge",
        "Article",
    ),
    Command("outline", "t", "t", "panel('outline')", "Outline: the headings; {read} goes to one", "Article"),
    Command("address", "o", "o", "address", "Addresses of source and links; Enter copies one", "Article"),
    Command("next-sentence", "right_parenthesis", ")", "article.sentence(1)", "Select the next sentence", "Passages"),
    Command("previous-sentence", "left_parenthesis", "(", "article.sentence(-1)", "The previous sentence", "Passages"),
    Command(
        "next-paragraph",
        "right_curly_bracket",
        "}",
        "article.section(1)",
        "In the article, the next paragraph",
        "Passages",
    ),
    Command(
        "previous-paragraph", "left_curly_bracket", "{", "article.section(-1)", "The previous paragraph", "Passages"
    ),
    Command(
        "extend",
        "V",
        "V",
        "article.extend",
        "Make the passage longer or shorter by {next-sentence} {previous-sentence} {next-paragraph}",
        "Passages",
    ),
    Command(
        "extend-down",
        "shift+down",
        "Shift+↓",
        "article.extend_line(1)",
        "Extend it by the sentence on the next line",
        "Passages",
    ),
    Command(
        "extend-up",
        "shift+up",
        "Shift+↑",
        "article.extend_line(-1)",
        "Extend it by the one on the line above",
        "Passages",
    ),
    Command(
        "copy", "y", "y", "copying.copy", "Copy the passage, name, attendee, commitment or brief, cited", "Passages"
    ),
    Command(
        "cite", "Y", "Y", "copying.cite", "Copy the citation as text, Markdown, BibTeX, CSL-JSON or RIS", "Passages"
    ),
    Command(
        "pipe", "vertical_line", "|", "programs.pipe", "Give the passage or the text to a shell command", "Passages"
    ),
    Command("open-in", "O", "O", "programs.open_in", "Open the brief in a pager, an editor or a browser", "Passages"),
    Command("note", "plus", "+", "notes.note", "Note on the passage, the brief or the marked briefs", "Notes"),
    Command(
        "notes",
        "quotation_mark",
        '"',
        "panel('notes')",
        "All notes; letters filter, {read} goes there",
        "Notes",
    ),
    Command("export", "X", "X", "export.export", "Write hits, marked briefs or notes into one document", "Notes"),
    Command(
        "compare",
        "C",
        "C",
        "comparing.compare",
        "Compare with the meeting before, or the two marked briefs; there, {compare} asks for another",
        "Comparing",
    ),
    Command("trace", "T", "T", "series.trace", "Which meetings use the passage, the name or other words", "Comparing"),
    Command("series", "B", "B", "series.series", "The series: who came, commitments, claims", "Comparing"),
    Command("agenda", "F", "F", "series.agenda", "Promised meetings, and what became of them", "Comparing"),
    Command("refresh", "r", "r", "library_watcher.look", "Look for changed files and update the index", "Program"),
    Command("palette", "ctrl+p", "Ctrl+P", "app.command_palette", "All commands by name", "Program"),
    Command("redraw", "ctrl+l", "Ctrl+L", "app.redraw", "Redraw", "Program"),
    Command("help", "question_mark", "?", "help", "Help: every key", "Program"),
    Command("suspend", "ctrl+z", "Ctrl+Z", "app.suspend_process", "Suspend to the shell; fg comes back", "Program"),
    Command("quit", "q", "q Ctrl+Q", "app.quit", "Quit", "Program"),
)

_OF_NAMES_AND_MEETINGS = ("join", "part", "correct", "name-as", "kill-name")
_WRITING = frozenset({*_OF_NAMES_AND_MEETINGS, "save", "undo", "star", "unread", "remove", "note", "export"})

WRITING_ACTIONS = frozenset(command.action for command in COMMANDS if command.id in _WRITING)
"""The actions that are refused where nothing but the cache may be written, before they ask for anything."""
