"""What the server holds and what happened, as plain data: for the control surface, and for whoever compares."""

from __future__ import annotations

from typing import Any

from ringodesk_qt.simulator.board import Switch, methods_of
from ringodesk_qt.simulator.faults import Fault
from ringodesk_qt.simulator.people import Organization
from ringodesk_qt.simulator.records import RequestRecord
from ringodesk_qt.simulator.state import RingotelState, Session, SimulatedMessage
from ringodesk_qt.simulator.webhooks import WebhookRecord

Plain = dict[str, Any]


def organizations(state: RingotelState) -> list[Plain]:
    """The organizations, with their people as they are now."""
    return [_organization(state, one) for one in state.organizations]


def _organization(state: RingotelState, organization: Organization) -> Plain:
    people = [
        {
            "extension": person.extension,
            "name": person.name,
            "userid": person.userid,
            "state": state.presence(person),
            "temper": person.temper.value,
        }
        for person in organization.people
    ]
    about = {"orgid": organization.id, "domain": organization.domain, "name": organization.name}
    return {**about, "sms_numbers": dict(organization.dids), "people": people}


def sessions(state: RingotelState) -> list[Plain]:
    """The sessions, oldest first, with their messages in the order in which they were written."""
    return [_session(session, messages) for session, messages in state.threads()]


def _session(session: Session, messages: list[SimulatedMessage]) -> Plain:
    return {
        "sessionid": session.id,
        "orgid": session.organization.id,
        "party": session.party.address,
        "is_sender_id": session.party.is_sender_id,
        "extension": session.person.extension,
        "userid": session.person.userid,
        "address": session.address,
        "is_closed": session.is_closed,
        "created_ms": session.created_ms,
        "messages": [message(one) for one in messages],
    }


def message(one: SimulatedMessage) -> Plain:
    """A message: who wrote it, when, what it is and what has become of it."""
    return {
        "messageid": one.id,
        "author": one.author.value,
        "kind": one.kind.value,
        "content": one.content,
        "at_ms": one.at_ms,
        "timestamp_ms": one.timestamp_ms,
        "created_ms": one.created_ms,
        "is_imported": one.is_imported,
        "is_delivered": one.is_delivered,
        "is_read": one.is_read,
        "is_deleted": one.is_deleted,
        "former": list(one.former),
    }


def fault(fault: Fault) -> Plain:
    """What there is to know of a fault."""
    takes = fault.takes
    return {
        "fault": fault.value,
        "bites": fault.stage.value,
        "does": fault.text,
        "methods": sorted(methods_of(fault)),
        "takes": {"name": takes.name, "must_be": takes.words, "default": takes.default} if takes else None,
    }


def switch(switch: Switch) -> Plain:
    """A fault that is set, and how many times more."""
    return {"fault": switch.fault.value, "value": switch.value, "only": switch.only, "left": switch.left}


def request(number: int | None, record: RequestRecord) -> Plain:
    """A request. `outcome` is "done", "refused" or, where a fault came in the way, "fault"."""
    is_fault = record.fault is not None and record.error == record.fault
    outcome = "done" if record.is_done else "fault" if is_fault else "refused"
    numbered = {} if number is None else {"number": number}
    return {
        **numbered,
        "at_ms": record.at_ms,
        "method": record.method,
        "item": record.item,
        "params": record.params,
        "outcome": outcome,
        "error": record.error,
        "http_status": record.http_status,
        "faults": [fault.value for fault in record.faults],
        "messageid": record.messageid,
        "sessionid": record.sessionid,
    }


def notification(record: WebhookRecord) -> Plain:
    """A notification. `outcome` is "taken", "dropped", "given up" or, as long as it is under way, "waiting"."""
    return {
        "number": record.number,
        "at_ms": record.at_ms,
        "method": record.method,
        "params": record.params,
        "outcome": record.outcome,
        "statuses": list(record.statuses),
        "faults": sorted(fault.value for fault in record.faults),
    }
