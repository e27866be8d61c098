"""EVTX files as plain events, decoded by the Rust `evtx_dump` (XML output), so that nothing here shares code with Longwatch."""

import json
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

NAMESPACE = re.compile(r"^\{[^}]*\}")
# Characters that XML 1.0 does not allow, as evtx_dump prints them: as they are, or as numeric references.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:[0-8]|1[124-9]|2[0-9]|3[01]);|&#x(?:[0-8bcef]|1[0-9a-f]);", re.I)


class Event:
    """One record. `fields` maps the name, in lower case and without spaces, to its values; `texts` holds every text of the record."""

    __slots__ = ("record", "channel", "event_id", "provider", "fields", "texts", "memo")

    def __init__(self, fields, texts):
        one = lambda name: fields[name][0] if fields.get(name) else ""
        self.fields = fields
        self.texts = texts
        self.memo = {}
        self.channel = one("channel").lower()
        self.provider = one("provider_name").lower()
        self.event_id = number(one("eventid"))
        self.record = number(one("eventrecordid"))


def number(text):
    return int(text) if text.isdigit() else -1


def key(name):
    """The form of a field name that is compared: lower case, without spaces."""
    return name.lower().replace(" ", "")


def from_evtx(path, evtx_dump):
    """Yields the events of a file; raises nothing for bad records, they are missing and told on standard error by evtx_dump."""
    out = subprocess.run([evtx_dump, "-t", "1", "-o", "xml", "--no-indent", str(path)], capture_output=True, check=False).stdout
    for block in re.split(r"^Record \d+\n", out.decode("utf-8", "replace"), flags=re.M)[1:]:
        body = block[block.index("<Event") :].rstrip("\n")
        yield from_xml(FORBIDDEN.sub("\ufffd", body))


def from_xml(text):
    fields, texts = {}, []
    root = ET.fromstring(text)
    for part in root:
        walk(part, fields, texts)
    return Event(fields, texts)


def walk(element, fields, texts):
    """Adds an element below System, EventData or UserData: named Data by its name, attributes as Element_Attribute."""
    tag = NAMESPACE.sub("", element.tag)
    for child in element:
        name = NAMESPACE.sub("", child.tag)
        named = tag in ("EventData", "ProcessingErrorData", "UserData") and "Name" in child.attrib and name in ("Data", "ComplexData")
        for attribute, value in child.attrib.items():
            texts.append(value)
            if not named:
                add(fields, f"{name}_{NAMESPACE.sub('', attribute)}", value)
        if len(child) == 0:
            add(fields, child.attrib["Name"] if named else name, child.text or "")
            if child.text:
                texts.append(child.text)
        else:
            walk(child, fields, texts)


def add(fields, name, value):
    fields.setdefault(key(name), []).append(value)


def from_json(path):
    """Yields the events of JSON documents in evtx_dump's shape, one after another in a file (SigmaHQ keeps such copies)."""
    text = Path(path).read_text(encoding="utf-8-sig")
    decoder, at = json.JSONDecoder(parse_int=str, parse_float=str), 0
    while at < len(text):
        while at < len(text) and text[at] in " \r\n\t,[]":
            at += 1
        if at >= len(text):
            return
        value, at = decoder.raw_decode(text, at)
        fields, texts = {}, []
        for section in value["Event"].values():
            if isinstance(section, dict):
                walk_json("", section, fields, texts)
        yield Event(fields, texts)


def walk_json(name, value, fields, texts):
    if isinstance(value, dict):
        for inner, content in value.items():
            if inner == "#attributes":
                for attribute, text in (content or {}).items():
                    # A Data array keeps its own name as an attribute.
                    add(fields, f"{name}_{attribute}" if name else attribute, printed(text))
                    texts.append(printed(text))
            elif inner == "#text":
                walk_json(name, content, fields, texts)
            else:
                walk_json(inner, content, fields, texts)
    elif isinstance(value, list):
        for item in value:
            walk_json(name, item, fields, texts)
    elif name:
        add(fields, name, printed(value))
        if value not in (None, ""):
            texts.append(printed(value))


def printed(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
