"""The bar over the composer while several files wait."""

from __future__ import annotations

from ringodesk_qt.errors import InputError


async def test_it_counts_what_waits_and_goes_when_all_are_sent(composer, desk, settle):
    desk.waiting = [1, 2, 3]
    composer.uploads.look()
    await settle(lambda: composer.uploads.words)
    assert composer.uploads.words == "Uploading 1 of 3"
    desk.waiting = [2, 3]
    composer.uploads.on_messages_changed()
    await settle(lambda: composer.uploads.words == "Uploading 2 of 3")
    desk.waiting = [3, 4]
    composer.uploads.on_messages_changed()
    await settle(lambda: composer.uploads.words == "Uploading 3 of 4")
    desk.waiting = []
    composer.uploads.on_messages_changed()
    await settle(lambda: not composer.uploads.words)


async def test_one_file_needs_no_bar_and_nothing_asks_for_nothing(composer, desk, settle, monkeypatch):
    desk.waiting = [1]
    composer.uploads.look()
    await settle(lambda: composer.uploads._of_batch)
    assert composer.uploads.words == ""
    desk.waiting = []
    composer.uploads.on_messages_changed()
    await settle(lambda: not composer.uploads._of_batch)
    monkeypatch.setattr(composer.uploads, "look", None)
    composer.uploads.on_messages_changed()


async def test_the_count_is_read_where_there_is_little_room(composer, desk, settle):
    desk.waiting = [1, 2, 3]
    composer.resize(700, 300)
    composer.show()
    composer.uploads.look()
    await settle(lambda: composer.uploads.words)
    for width, words in ((600, "Uploading 1 of 3"), (130, "1 of 3"), (600, "Uploading 1 of 3")):
        composer.uploads.resize(width, 30)
        assert composer.uploads._words.text() == words
        assert composer.uploads._words.accessibleName() == "Uploading 1 of 3"


async def test_all_are_cancelled_by_its_button(composer, desk, settle):
    desk.waiting = [1, 2]
    composer.uploads.look()
    await settle(lambda: composer.uploads.words)
    composer.uploads.cancel_button.click()
    await settle(lambda: desk.did("cancel_uploads"))
    assert desk.did("cancel_uploads") == [(1,)]


async def test_what_can_not_be_stopped_is_told_and_is_no_error(composer, desk, settle):
    desk.waiting = [1, 2]
    composer.uploads.look()
    await settle(lambda: composer.uploads.words)
    desk.trouble["cancel_uploads"], desk.waiting = InputError("a.bin has left already."), [1]
    composer.uploads.cancel_button.click()
    await settle(lambda: composer.errors.sentence)
    assert composer.errors.sentence == "a.bin has left already."
    assert composer.errors.property("role") == "news"
    await settle(lambda: not composer.uploads.words)


async def test_another_chat_has_its_own(composer, desk, a, settle):
    desk.waiting = [1, 2]
    composer.uploads.look()
    await settle(lambda: composer.uploads.words)
    desk.waiting = []
    composer.set_chat(a.chat(2))
    assert composer.uploads.words == ""
    await settle()
    assert composer.uploads.words == ""
