"""Rules as pySigma reads them, ready to run: one entry for every route of every rule, and what could not be used with its reason."""

from pathlib import Path

from sigma.collection import SigmaCollection
from sigma.rule import SigmaRule

from evaluate import Unsupported, compile_rule
from logsource import routes


class Loaded:
    """`by_source` finds the (rule id, route, test) that may concern a channel and event id without asking every rule."""

    def __init__(self, folders):
        self.rules, self.entries, self.skipped = {}, [], {}
        self.channels, self.everywhere, self.known = {}, [], {}
        for folder in folders:
            for path in sorted(Path(folder).rglob("*.yml")):
                self.load(path)

    def load(self, path):
        try:
            collection = SigmaCollection.from_yaml(path.read_text(encoding="utf-8"))
        except Exception as error:  # A rule that pySigma cannot read is an entry of the report, whatever the reason.
            return self.skip(path.name, f"pySigma: {type(error).__name__}")
        for rule in collection.rules:
            if not isinstance(rule, SigmaRule):
                self.skip(path.name, "not a detection rule")
                continue
            where = routes(rule.logsource)
            if not where:
                self.skip(str(rule.id), "no Windows event log for its source")
                continue
            try:
                for route in where:
                    self.add(str(rule.id), route, compile_rule(rule, route.renamed))
                self.rules[str(rule.id)] = rule
            except Unsupported as reason:
                self.skip(str(rule.id), str(reason))

    def skip(self, rule, reason):
        self.skipped[rule] = reason

    def add(self, rule, route, test):
        entry = (rule, route, test)
        self.entries.append(entry)
        if route.channels is None:
            self.everywhere.append(entry)
        else:
            for channel in route.channels:
                self.channels.setdefault(channel, []).append(entry)

    def by_source(self, event):
        key = (event.channel, event.event_id)
        if key not in self.known:
            near = [*self.channels.get(event.channel, []), *self.everywhere]
            self.known[key] = [e for e in near if e[1].ids is None or event.event_id in e[1].ids]
        return self.known[key]

    def matches(self, event):
        """Ids of the rules that match, each once."""
        return sorted({rule for rule, route, test in self.by_source(event) if route.takes(event) and test(event)})
