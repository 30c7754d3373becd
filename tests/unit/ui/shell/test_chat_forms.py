"""The forms that send a link and log a call."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QPlainTextEdit, QPushButton

from ringodesk_qt.errors import InputError, StoreError
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.icon_button import IconButton


@pytest.fixture
async def opened(window, desk, a, settle, monkeypatch):
    async def send_link(chat_id, url):
        if not url.startswith("https://"):
            raise InputError("A link must begin with https://.")
        await desk._do("send_link", chat_id, url)

    async def log_call(chat_id, call, *, at=None):
        await desk._do("log_call", chat_id, call, at)

    monkeypatch.setattr(desk, "send_link", send_link, raising=False)
    monkeypatch.setattr(desk, "log_call", log_call, raising=False)
    desk.put(a.chat(1), a.chat(2, "Bruno"))
    await window.load()
    window.show()
    window.select_chat(1)
    await settle()
    return window


def form_of(window):
    return next(form for form in window.conversation._forms.values() if form.isVisible())


def named(form, kind, name):
    return next(one for one in form.findChildren(kind) if one.accessibleName() == name)


def press(form, words):
    next(one for one in form.findChildren(QPushButton) if one.text() == words).click()


def call_form(window):
    window.conversation.show_log_call()
    return form_of(window)


def link_form(window):
    window.conversation.show_send_link()
    return form_of(window)


async def test_a_link_goes_with_its_caption_after_it(opened, desk, settle):
    form = link_form(opened)
    named(form, QLineEdit, "Link").setText("https://example.org/plan.pdf")
    named(form, QLineEdit, "Caption").setText("the plan")
    press(form, "Send link")
    await settle(lambda: desk.did("send_text"))
    assert desk.did("send_link") == [(1, "https://example.org/plan.pdf")]
    assert desk.did("send_text") == [(1, "the plan")]
    await settle(lambda: not opened.conversation._forms)


async def test_a_link_that_cannot_be_says_so_and_stays(opened, desk, settle):
    form = link_form(opened)
    named(form, QLineEdit, "Link").setText("plan.pdf")
    press(form, "Send link")
    await settle(lambda: form._errors.sentence)
    assert form._errors.sentence == "A link must begin with https://."
    assert form.isVisible()
    assert named(form, QLineEdit, "Link").text() == "plan.pdf"


async def test_a_caption_that_failed_does_not_send_the_link_twice(opened, desk, settle):
    desk.trouble["send_text"] = StoreError("The disk is full.")
    form = link_form(opened)
    named(form, QLineEdit, "Link").setText("https://example.org/plan.pdf")
    named(form, QLineEdit, "Caption").setText("the plan")
    press(form, "Send link")
    await settle(lambda: form._errors.sentence)
    desk.trouble.clear()
    press(form, "Send link")
    await settle(lambda: not opened.conversation._forms)
    assert desk.did("send_link") == [(1, "https://example.org/plan.pdf")]


async def test_what_was_filled_in_is_there_again_in_its_own_chat(opened, settle):
    named(link_form(opened), QLineEdit, "Link").setText("https://example.org")
    form_of(opened).reject()
    opened.select_chat(2)
    await settle()
    assert named(link_form(opened), QLineEdit, "Link").text() == ""
    form_of(opened).reject()
    opened.select_chat(1)
    await settle()
    assert named(link_form(opened), QLineEdit, "Link").text() == "https://example.org"


@pytest.mark.parametrize("form", [call_form, link_form])
async def test_a_form_nobody_wrote_in_is_not_kept(opened, form):
    """Kept for each chat they took more and more memory, and offered the hour at which they were first opened."""
    kept = opened.conversation._forms
    form(opened).reject()
    assert kept == {}
    shown = form(opened)
    shown.findChildren(QLineEdit)[0].setText("x")
    shown.reject()
    assert list(kept.values()) == [shown]


async def test_a_call_is_logged_both_ends_filled_in(opened, desk, settle):
    form = call_form(opened)
    named(form, QLineEdit, "Duration").setText("2:30")
    named(form, QLineEdit, "Subject").setText("Invoice")
    named(form, QPlainTextEdit, "Comment").setPlainText("Calls back")
    press(form, "Log call")
    await settle(lambda: desk.did("log_call"))
    call = CallActivity(duration_s=150, caller="2075550100", called="501", subject="Invoice", comment="Calls back")
    assert desk.did("log_call") == [(1, call, None)]


async def test_who_called_whom_is_swapped(opened):
    form = call_form(opened)
    named(form, IconButton, "Swap caller and called").click()
    ends = [named(form, QLineEdit, name).text() for name in ("Caller", "Called")]
    assert ends == ["501", "2075550100"]


async def test_when_it_began_may_be_said(opened, desk, settle):
    form = call_form(opened)
    named(form, QLineEdit, "Duration").setText("60")
    when = named(form, Choice, "When")
    when.setCurrentIndex(when.findData("then"))
    at = datetime(2025, 3, 12, 9, 30, tzinfo=UTC)
    named(form, QDateTimeEdit, "Began").setDateTime(at.astimezone().replace(tzinfo=None))
    press(form, "Log call")
    await settle(lambda: desk.did("log_call"))
    assert desk.did("log_call")[0][2] == at


@pytest.mark.parametrize(("duration", "words"), [("", "The duration is missing"), ("soon", "cannot be read")])
async def test_a_call_without_a_length_says_so_and_keeps_the_rest(opened, desk, settle, duration, words):
    form = call_form(opened)
    named(form, QLineEdit, "Duration").setText(duration)
    named(form, QLineEdit, "Subject").setText("Invoice")
    press(form, "Log call")
    await settle()
    assert words in form._errors.sentence
    assert named(form, QLineEdit, "Subject").text() == "Invoice"
    assert desk.did("log_call") == []


async def test_pressed_twice_it_is_sent_once(opened, desk, settle):
    desk.gate = asyncio.Event()
    form = link_form(opened)
    named(form, QLineEdit, "Link").setText("https://example.org")
    press(form, "Send link")
    press(form, "Send link")
    desk.gate.set()
    await settle(lambda: not opened.conversation._forms)
    assert len(desk.did("send_link")) == 1
