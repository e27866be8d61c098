"""
Which records a Windows rule looks at. Services come from pySigma's own table; categories are the facts of SigmaHQ's tests/thor.yml, the
mapping their regression tests run with. Nothing else is mapped (4657 and 5156 are not), so that a difference says who maps more.
"""

from sigma.pipelines.common import windows_logsource_mapping

SYSMON = "Microsoft-Windows-Sysmon/Operational"
POWERSHELL = ["Microsoft-Windows-PowerShell/Operational", "PowerShellCore/Operational"]
DEFENDER = "Microsoft-Windows-Windows Defender/Operational"

SYSMON_IDS = {
    "process_creation": [1], "file_change": [2], "network_connection": [3], "sysmon_status": [4, 16], "process_termination": [5],
    "driver_load": [6], "image_load": [7], "create_remote_thread": [8], "raw_access_thread": [9], "process_access": [10],
    "file_event": [11], "registry_event": [12, 13, 14], "registry_add": [12], "registry_delete": [12], "registry_set": [13],
    "registry_rename": [14], "create_stream_hash": [15], "pipe_created": [17, 18], "wmi_event": [19, 20, 21], "dns_query": [22],
    "file_delete": [23], "clipboard_change": [24], "process_tampering": [25], "file_delete_detected": [26], "file_block_executable": [27],
    "file_block_shredding": [28], "file_executable_detected": [29], "sysmon_error": [255],
}
EVENT_TYPES = {"registry_add": ["createkey"], "registry_delete": ["deletekey", "deletevalue"]}

# Services that pySigma's table lacks, after tests/thor.yml.
MORE_SERVICES = {
    "smbclient-connectivity": ["Microsoft-Windows-SmbClient/Connectivity"],
    "smbserver-connectivity": ["Microsoft-Windows-SMBServer/Connectivity"],
    "ldap": ["Microsoft-Windows-LDAP-Client/Debug"],
    "kernel-shimengine": ["Microsoft-Windows-Kernel-ShimEngine/Operational", "Microsoft-Windows-Kernel-ShimEngine/Diagnostic"],
    "application-experience": ["Microsoft-Windows-Application-Experience/Program-Telemetry", "Microsoft-Windows-Application-Experience/Program-Compatibility-Assistant"],
    "ntfs": ["Microsoft-Windows-Ntfs/Operational"],
    "hyper-v-worker": ["Microsoft-Windows-Hyper-V-Worker"],
    "kernel-event-tracing": ["Microsoft-Windows-Kernel-EventTracing"],
    "sense": ["Microsoft-Windows-SENSE/Operational"],
    "servicebus-client": ["Microsoft-ServiceBus-Client/Admin", "Microsoft-ServiceBus-Client/Operational"],
    "iis-configuration": ["Microsoft-IIS-Configuration/Operational"],
}


class Route:
    """Channels and event ids in which a rule is evaluated, what must hold besides, and how the rule's fields are called there."""

    def __init__(self, name, channels, ids=None, event_types=None, renamed=None):
        self.name = name
        self.channels = None if channels is None else {c.lower() for c in channels}
        self.ids = None if ids is None else set(ids)
        self.event_types = event_types
        self.renamed = {k.lower(): v.lower() for k, v in (renamed or {}).items()}

    def takes(self, event):
        if self.channels is not None and event.channel not in self.channels:
            return False
        if self.ids is not None and event.event_id not in self.ids:
            return False
        if self.event_types is not None:
            return any(v.lower() in self.event_types for v in event.fields.get("eventtype", []))
        return True


def routes(logsource):
    """The routes of a rule; an empty list when it has no Windows event log to look at."""
    product, category, service = logsource.product, logsource.category, logsource.service
    if category == "antivirus":
        ids = [*range(1006, 1013), 1017, 1018, 1019, 1115, 1116]
        return [Route("antivirus", [DEFENDER], ids, renamed={"Signature": "ThreatName", "Filename": "Path"})]
    if product != "windows":
        return []
    if category in SYSMON_IDS:
        found = [Route("sysmon", [SYSMON], SYSMON_IDS[category], EVENT_TYPES.get(category))]
        if category == "process_creation":
            found.append(Route("security 4688", ["Security"], [4688], renamed={"Image": "NewProcessName", "ParentImage": "ParentProcessName"}))
        return narrowed(found, service)
    if category in ("ps_module", "ps_script"):
        return [Route(category, POWERSHELL, [4103 if category == "ps_module" else 4104])]
    classic = {"ps_classic_start": 400, "ps_classic_provider_start": 600, "ps_classic_script": 800}
    if category in classic:
        return [Route(category, ["Windows PowerShell"], [classic[category]])]
    if category is not None:
        return []
    if service is None:
        return [Route("any Windows log", None)]
    channels = windows_logsource_mapping.get(service) or MORE_SERVICES.get(service)
    if channels is None:
        return []
    return [Route(service, [channels] if isinstance(channels, str) else channels)]


def narrowed(found, service):
    if service == "sysmon":
        return found[:1]
    if service == "security":
        return found[1:]
    return found
