"""
Processing pipelines that let rsigma run SigmaHQ rules on Windows logs with the same log sources as logsource.py. Its own `sysmon` pipeline
expects flat events and knows no services; EVTX reaches its rules in evtx_dump's nested shape. Categories are told by event id alone, as its
own pipeline does: with the channel besides, its index chooses the channel, and a run takes twenty times as long for the same hits. Image
stays Image: renamed to "Image or NewProcessName", a rule's `null` test would hold for the name that a record lacks.

  python rsigma_pipeline.py evtx > evtx.yml     for .evtx files: fields by their nested paths
  python rsigma_pipeline.py flat > flat.yml     for JSON lines with the fields side by side
"""

import sys

import yaml

from sigma.pipelines.common import windows_logsource_mapping

from logsource import EVENT_TYPES, MORE_SERVICES, SYSMON_IDS

SYSTEM = {
    "EventID": ["Event.System.EventID", "Event.System.EventID.#text"],
    "Channel": "Event.System.Channel",
    "Computer": "Event.System.Computer",
    "Level": "Event.System.Level",
    "Provider_Name": "Event.System.Provider.#attributes.Name",
    "Data": ["Event.EventData.Data", "Event.EventData.Data.#text"],
}


def pipeline(nested):
    steps = []

    def source(conditions, **logsource):
        steps.append({
            "type": "add_condition",
            "conditions": conditions,
            "rule_conditions": [{"type": "logsource", **logsource}],
        })

    def rename(mapping, **logsource):
        steps.append({"type": "field_name_mapping", "mapping": mapping, "rule_conditions": [{"type": "logsource", **logsource}]})

    rename({"Signature": "Threat Name", "Filename": "Path"}, category="antivirus")
    rename({"ThreatName": "Threat Name"}, product="windows", service="windefend")
    for category, ids in SYSMON_IDS.items():
        conditions = {"EventID": [1, 4688] if category == "process_creation" else ids}
        if category in EVENT_TYPES:
            conditions["EventType"] = EVENT_TYPES[category]
        source(conditions, product="windows", category=category)
    for category, number in (("ps_module", 4103), ("ps_script", 4104)):
        source({"EventID": number}, product="windows", category=category)
    for category, number in (("ps_classic_start", 400), ("ps_classic_provider_start", 600), ("ps_classic_script", 800)):
        source({"EventID": number}, product="windows", category=category)
    source({"EventID": [*range(1006, 1013), 1017, 1018, 1019, 1115, 1116]}, category="antivirus")
    for service, channels in {**windows_logsource_mapping, **MORE_SERVICES}.items():
        source({"Channel": channels}, product="windows", service=service)
    if nested:
        steps.append({"type": "field_name_mapping", "mapping": SYSTEM})
        steps.append({
            "type": "field_name_prefix",
            "prefix": "Event.EventData.",
            "field_name_conditions": [{"type": "exclude_fields", "fields": ["^Event[.].*"], "match_type": "regex"}],
        })
    return {"name": "windows logs, nested" if nested else "windows logs, flat", "priority": 10, "transformations": steps}


yaml.safe_dump(pipeline(sys.argv[1] == "evtx"), sys.stdout, sort_keys=False)
