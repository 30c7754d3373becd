"""A screen reader's ears and hands, as a child process: run by the system's Python, which has the bindings of AT-SPI.

A line of JSON in is a question, ``{"do": "find", …}``; a line out is its answer, ``{"ok": …}`` or ``{"error": "…"}``.
What is found is kept under a number. `screen_reader.py` is the other end.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - its version is chosen first

MOST_NODES = 20_000
kept = []


def keep(node):
    node.clear_cache()
    kept.append(node)
    return {
        "number": len(kept) - 1,
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "pid": node.get_process_id(),
        "states": sorted(state.value_nick for state in node.get_state_set().get_states()),
    }


def below(node):
    """The nodes under a node, in the order a reader meets them; what vanishes meanwhile is passed over."""
    node.clear_cache()
    for place in range(node.get_child_count()):
        try:
            child = node.get_child_at_index(place)
        except GLib.Error:
            continue
        if child is not None:
            yield child
            yield from below(child)


def find(role=None, name=None, within=None, pid=None, most=1):
    """Nodes of a role and a name; those on the screen only."""
    Atspi.init()
    found = []
    start = Atspi.get_desktop(0) if within is None else kept[within]
    for seen, node in enumerate(below(start)):
        if seen > MOST_NODES or len(found) >= most:
            break
        try:
            fits = (role is None or node.get_role_name() == role) and (name is None or node.get_name() == name)
            if fits and (pid is None or node.get_process_id() == pid):
                found.append(keep(node))
        except GLib.Error:
            continue
    return found


def look(number):
    node = kept.pop(number)
    kept.insert(number, node)
    answer = keep(node)
    kept.pop()
    answer["number"] = number
    return answer


def children(number):
    node = kept[number]
    node.clear_cache()
    return [keep(child) for place in range(node.get_child_count()) if (child := node.get_child_at_index(place))]


def text(number):
    node = kept[number].get_text_iface()
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def set_text(number, text):
    return Atspi.EditableText.set_text_contents(kept[number].get_editable_text_iface(), text)


def actions(number):
    node = kept[number].get_action_iface()
    return [Atspi.Action.get_action_name(node, place) for place in range(Atspi.Action.get_n_actions(node))]


def press(number, action=None):
    names = actions(number)
    place = names.index(action) if action else 0
    return Atspi.Action.do_action(kept[number].get_action_iface(), place)


def focus(number):
    return Atspi.Component.grab_focus(kept[number].get_component_iface())


def extents(number):
    box = Atspi.Component.get_extents(kept[number].get_component_iface(), Atspi.CoordType.SCREEN)
    return [box.x, box.y, box.width, box.height]


def select(number):
    """Selects a node in what holds it."""
    node = kept[number]
    return Atspi.Selection.select_child(node.get_parent().get_selection_iface(), node.get_index_in_parent())


VERBS = {verb.__name__: verb for verb in (find, look, children, text, set_text, actions, press, focus, extents, select)}


def main():
    # Nobody runs the main loop that would keep a cache fresh: each question is asked anew.
    Atspi.init()
    Atspi.set_timeout(2000, 5000)
    Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
    for line in sys.stdin:
        question = json.loads(line)
        verb = VERBS[question.pop("do")]
        try:
            answer = {"ok": verb(**question)}
        except (GLib.Error, AttributeError, TypeError, ValueError) as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
