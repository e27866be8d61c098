"""
Compares what tools found with the independent evaluation: hits as (file, record, rule), how many in common, and every rule that differs with
an example.

  python compare.py --logs DIR --rules DIR [DIR …] REFERENCE NAME=FILE …

REFERENCE and the files of other names hold lines {"file", "record", "rule"}; these names are read as the tools write them:
  longwatch   longwatch hunt DIR --rules … --keep-copies --jsonl FILE
  hayabusa    hayabusa json-timeline -d DIR -L -p super-verbose -a -A -U -n -w -o FILE
  zircolite   zircolite.py -e DIR -r RULES -p sysmon -p windows-logsources -o FILE
  chainsaw    chainsaw hunt DIR -s RULES --mapping mappings/sigma-event-logs-all.yml --jsonl -o FILE --skip-errors
  rsigma      rsigma engine eval … --include-event over JSON lines that carry the file's name as `_file`
"""

import argparse
import json
import os
import re
from collections import Counter
from pathlib import Path


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--logs", required=True)
    p.add_argument("--rules", nargs="+", required=True)
    p.add_argument("reference")
    p.add_argument("others", nargs="+")
    arguments = p.parse_args()
    files, rules = Files(arguments.logs), rule_names(arguments.rules)
    reference = Counter(plain(arguments.reference, files, rules))
    print(f"reference: {reference.total()} hits of {len({r for _, _, r in reference})} rules")
    for other in arguments.others:
        name, path = other.split("=", 1)
        report(name, reference, Counter(READ.get(name, plain)(path, files, rules)), rules)


def report(name, reference, found, rules):
    print(f"\n{name}: {found.total()} hits, {(reference & found).total()} in common")
    for what, rest in (("only the reference", reference - found), (f"only {name}", found - reference)):
        print(f"  {what}: {rest.total()}")
        for rule, n in Counter(rule for _, _, rule in rest.elements()).most_common():
            file, record, _ = min(hit for hit in rest if hit[2] == rule)
            print(f"  {n:5}  {rules.get(rule, rule)}, such as {file} {record}")


class Files:
    """Finds the path below the folder of logs that a tool means: some give it whole, some only the file's name."""

    def __init__(self, root):
        self.known = {str(p.relative_to(root)) for p in Path(root).rglob("*.evtx")}
        self.squeezed = {squeeze(k): k for k in self.known}
        self.names = {}
        for known in sorted(self.known):
            self.names.setdefault(os.path.basename(known), known)

    def find(self, said):
        parts = said.split("/")
        for i in range(len(parts)):
            end = "/".join(parts[i:])
            if end in self.known:
                return end
            if squeeze(end) in self.squeezed:
                return self.squeezed[squeeze(end)]
        return self.names.get(parts[-1], said)


def squeeze(text):
    return text.replace(" ", "")


def rule_names(folders):
    """Rule id to the name of its file."""
    found = {}
    for folder in folders:
        for path in Path(folder).rglob("*.yml"):
            identity = re.search(r"^id: *(\S+)", path.read_text(encoding="utf-8"), re.M)
            if identity:
                found[identity.group(1)] = path.name
    return found


def objects(path):
    with open(path, encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def plain(path, files, _rules):
    return [(files.find(o["file"]), o["record"], o["rule"]) for o in objects(path)]


def longwatch(path, files, _rules):
    return [(files.find(o["file"]), o["record"], o["rule"]["id"]) for o in objects(path)]


def rsigma(path, files, _rules):
    return [(files.find(o["event"]["_file"]), int(o["event"]["EventRecordID"]), o["rule_id"]) for o in objects(path)]


def zircolite(path, files, _rules):
    rules = json.loads(Path(path).read_text(encoding="utf-8"))
    return [(files.find(m["OriginalLogfile"]), int(m["EventRecordID"]), r["id"]) for r in rules for m in r["matches"]]


def chainsaw(path, files, _rules):
    return [(files.find(o["document"]["path"]), int(o["document"]["data"]["Event"]["System"]["EventRecordID"]), o["id"]) for o in objects(path)]


def hayabusa(path, files, rules):
    """Converted rules have new ids but the old file names; a record may match both copies of a rule, which counts once."""
    ids = {name: rule for rule, name in rules.items()}
    hits = {(files.find(o["EvtxFile"]), int(o["RecordID"]), ids[o["RuleFile"]]) for o in objects(path) if o["RuleFile"] in ids}
    return sorted(hits)


READ = {"longwatch": longwatch, "rsigma": rsigma, "zircolite": zircolite, "hayabusa": hayabusa, "chainsaw": chainsaw}

main()
