"""The status line gives a message as much room as it needs."""

import pytest

from reader_pilot import Start


@pytest.mark.parametrize(("length", "right"), [(40, "? help"), (70, "? help"), (78, "")])
async def test_a_long_message_takes_the_room_of_the_position_and_then_of_the_help(
    start: Start, length: int, right: str
) -> None:
    async with start(size=(80, 24)) as reader:
        message = "m" * length
        reader.screen.status.message = message
        await reader.until(lambda: reader.status_text.startswith(f" {message} "))
        assert reader.status_text.strip().endswith(right or message)
