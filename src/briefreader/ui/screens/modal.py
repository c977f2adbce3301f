"""The screens on top of the reader."""

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Modal(ModalScreen[ScreenResultType]):
    """A screen on top of another one, which closes once.

    Keys that were typed in one go may reach it when it is closed already, or when another screen is on top of it;
    Textual would close that one, or end the program.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close with a result, unless another screen is on top."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
