"""A text field of a form, on one line."""

from textual import events

from briefreader.ui.widgets.text_field import TextField


class FormField(TextField):
    """A text field of a form, whose keys go to other fields or change them."""

    async def _on_key(self, event: events.Key) -> None:
        """Carry out a key here, in whose queue it is: by then a key typed right after it may have moved the focus."""
        bound = self._bindings.key_to_bindings.get(event.key)
        if bound:
            event.stop()
            event.prevent_default()
            await self.app.run_action(bound[0].action, self)
        else:
            await super()._on_key(event)
