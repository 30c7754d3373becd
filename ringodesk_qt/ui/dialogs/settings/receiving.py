"""Section: whether and where messages are received."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.views.url_field import UrlField


class ReceivingSection(Section):
    """The lamp's words, the public URL, and what the server is asked how often."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Receiving"))
        self._state = self.add_words()
        self._url = UrlField("", self)
        self.add_own(self._url, self.tr("Public URL"), self.tr("What the portal calls with each message."))
        self.add_switch(
            "pause_receiving",
            self.tr("Pause receiving"),
            self.tr("Until you turn this off again. What is sent to you meanwhile is lost."),
        )
        self.add_number(
            "receiver_port",
            self.tr("Port"),
            self.tr("On which notifications are received, from the next start; 0 takes any that is free."),
            least=0,
            most=65535,
        )
        self.add_number(
            "ngrok_requests_a_month",
            self.tr("Requests a month"),
            self.tr("How many the ngrok plan allows, to be warned in time; 0 is no limit."),
            least=0,
            most=1_000_000_000,
            step=1000,
        )
        tools.bridge.health_changed.connect(self._show_health)
        self._show_health()

    def _show_health(self) -> None:
        state = self.tools.desk.health()
        self._state.setText(self.tr("Receiving: {words}").format(words=translated(state.receiving.words)))
        self._url.set_url(state.public_url)
        self._url.setEnabled(bool(state.public_url))
