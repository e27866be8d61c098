"""
All Windows rules over all EVTX files of a folder, by an evaluator that shares no code with Longwatch: evtx_dump (Rust) decodes, pySigma reads
the rules. One line a hit: {"file", "record", "rule"}.

  python run.py --rules DIR [DIR …] --logs DIR --evtx-dump PATH --out FILE
  python run.py --rules DIR [DIR …] --regression DIR --evtx-dump PATH [--out FILE]
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

import yaml

from decode import from_evtx, from_json
from rules import Loaded

# What SigmaHQ corrected after the snapshot (their pull request 6211), by rule.
CORRECTED = {
    "0b9ad457": 3,
    "8fbf3271": 3,
    "45e112d0": 3,
    "c7dcacd0": 2,
}
# Cases without a count upstream have one matching record, but for these.
WITHOUT_COUNT = {"github_self_hosted_runner": 2, "dtrace_kernel_dump": 2}


def main():
    arguments = parser().parse_args()
    start = time.time()
    loaded = Loaded(arguments.rules)
    print(f"{len(loaded.rules)} rules on {len(loaded.entries)} routes, {len(loaded.skipped)} not used, {time.time() - start:.1f} s")
    for reason, n in Counter(loaded.skipped.values()).most_common():
        print(f"  {n:5} {reason}")
    out = open(arguments.out, "w", encoding="utf-8") if arguments.out else None
    if arguments.logs:
        sweep(arguments, loaded, out)
    if arguments.regression:
        sys.exit(0 if regression(arguments, loaded, out) else 1)


def parser():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--rules", nargs="+", required=True)
    p.add_argument("--logs")
    p.add_argument("--regression")
    p.add_argument("--evtx-dump", required=True)
    p.add_argument("--out")
    return p


def sweep(arguments, loaded, out):
    root, files, records, hits = Path(arguments.logs), 0, 0, 0
    for path in sorted(root.rglob("*.evtx")):
        files += 1
        for event in from_evtx(path, arguments.evtx_dump):
            records += 1
            for rule in loaded.matches(event):
                hits += 1
                if out:
                    out.write(json.dumps({"file": str(path.relative_to(root)), "record": event.record, "rule": rule}, ensure_ascii=False) + "\n")
    print(f"{files} files, {records} records, {hits} hits")


def regression(arguments, loaded, out):
    """Every case from EVTX and from its JSON copy, with the exact count wanted; true when all agree."""
    root, good, cases, everything = Path(arguments.regression), 0, 0, Counter()
    for info in sorted(root.rglob("info.yml")):
        description = yaml.safe_load(info.read_text(encoding="utf-8"))
        rule = description["rule_metadata"][0]["id"]
        for test in description.get("regression_tests_info") or []:
            if test.get("type") != "evtx":
                continue
            cases += 1
            evtx = info.parent / Path(test["path"]).name
            wanted = expected(rule, info.parent.name, test.get("match_count"))
            found = []
            for form, events in (("evtx", from_evtx(evtx, arguments.evtx_dump)), ("json", from_json(evtx.with_suffix(".json")))):
                n = 0
                for event in events:
                    matched = loaded.matches(event)
                    n += rule in matched
                    everything[form] += len(matched)
                    if out:
                        for hit in matched:
                            out.write(json.dumps({"file": f"{info.parent.relative_to(root)}/{rule}.{form}", "record": event.record, "rule": hit}) + "\n")
                found.append(n)
            if found == [wanted, wanted]:
                good += 1
            else:
                print(f"  {info.parent.name}: wanted {wanted}, from EVTX {found[0]}, from JSON {found[1]}")
    print(f"{good} of {cases} cases as expected; all rules over all cases: {everything['evtx']} hits from EVTX, {everything['json']} from JSON")
    return good == cases


def expected(rule, folder, count):
    if rule[:8] in CORRECTED:
        return CORRECTED[rule[:8]]
    if count is not None:
        return count
    return next((n for part, n in WITHOUT_COUNT.items() if part in folder), 1)


main()
