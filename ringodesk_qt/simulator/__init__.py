"""The Ringotel that ships with the app: for the demo, the tests and anyone without an account.

It is written from the published collection alone and shares no code with the client it is talked to by: it refuses
what the collection does not document, so that the client cannot drift from it.
"""

from ringodesk_qt.simulator.board import Bite, FaultBoard, Switch
from ringodesk_qt.simulator.faults import Fault, Stage
from ringodesk_qt.simulator.people import PEOPLE, Organization, Person, Temper
from ringodesk_qt.simulator.records import FileRecord, RequestRecord
from ringodesk_qt.simulator.server import Simulator, SimulatorConfig
from ringodesk_qt.simulator.webhooks import WebhookRecord

__all__ = [
    "PEOPLE",
    "Bite",
    "Fault",
    "FaultBoard",
    "FileRecord",
    "Organization",
    "Person",
    "RequestRecord",
    "Simulator",
    "SimulatorConfig",
    "Stage",
    "Switch",
    "Temper",
    "WebhookRecord",
]
