"""Prints the condition tree that pySigma makes of every rule below the given folders, one JSON document a line.

pip install pysigma==1.5.1; python trees.py RULES... > trees.jsonl; then npx tsx bench/pysigma/compare.ts trees.jsonl RULES...
"""

import json
import pathlib
import re
import sys

import yaml
from sigma.conditions import ConditionAND, ConditionNOT, ConditionOR, ConditionFieldEqualsValueExpression
from sigma.rule import SigmaRule
from sigma.types import (
    SigmaBool, SigmaCasedString, SigmaCIDRExpression, SigmaCompareExpression, SigmaExists, SigmaExpansion,
    SigmaFieldReference, SigmaNull, SigmaNumber, SigmaRegularExpression, SigmaString, SpecialChars,
)

MANY = {"wild": "many"}


def pattern(value):
    if not isinstance(value, SigmaString):
        return [str(value.number) if isinstance(value, SigmaNumber) else str(value.boolean).lower()]
    parts = []
    for part in value.s:
        if isinstance(part, str):
            parts.append(part)
        elif part == SpecialChars.WILDCARD_MULTI:
            parts.append(MANY)
        elif part == SpecialChars.WILDCARD_SINGLE:
            parts.append({"wild": "one"})
        else:
            parts.append(f"%{part.name}%")
    return parts


def expression(field, value):
    source = "".join(p if isinstance(p, str) else "*" if p == SpecialChars.WILDCARD_MULTI else "?" for p in value.regexp.s)
    flags = {"s" if flag.name == "DOTALL" else flag.name[0].lower() for flag in value.flags}
    while match := re.match(r"\(\?([ims]+)\)", source):
        flags |= set(match.group(1))
        source = source[match.end():]
    return {"op": "regex", "field": field, "source": source, "flags": "".join(f for f in "ims" if f in flags)}


def leaf(field, value):
    if isinstance(value, SigmaExpansion):
        return {"op": "or", "of": [leaf(field, one) for one in value.values]}
    cased = isinstance(value, SigmaCasedString)
    if field is None:
        return {"op": "keyword", "pattern": [MANY, *pattern(value), MANY], "cased": cased}
    if isinstance(value, (SigmaString, SigmaNumber, SigmaBool)):
        return {"op": "string", "field": field, "pattern": pattern(value), "cased": cased}
    if isinstance(value, SigmaNull):
        return {"op": "null", "field": field}
    if isinstance(value, SigmaExists):
        return {"op": "exists", "field": field, "is": value.exists}
    if isinstance(value, SigmaCIDRExpression):
        return {"op": "cidr", "field": field, "network": value.network.exploded}
    if isinstance(value, SigmaCompareExpression):
        return {"op": "compare", "field": field, "how": value.op.name.lower(), "than": value.number.number}
    if isinstance(value, SigmaFieldReference):
        how = ("contains" if value.ends_with else "startswith") if value.starts_with else "endswith" if value.ends_with else "equals"
        return {"op": "fieldref", "field": field, "other": value.field, "how": how, "cased": False}
    if isinstance(value, SigmaRegularExpression):
        return expression(field, value)
    raise TypeError(type(value).__name__)


def tree(condition):
    if isinstance(condition, (ConditionAND, ConditionOR)):
        return {"op": "and" if isinstance(condition, ConditionAND) else "or", "of": [tree(arg) for arg in condition.args]}
    if isinstance(condition, ConditionNOT):
        return {"op": "not", "of": tree(condition.args[0])}
    return leaf(condition.field if isinstance(condition, ConditionFieldEqualsValueExpression) else None, condition.value)


for folder in sys.argv[1:]:
    for path in sorted(pathlib.Path(folder).rglob("*.yml")):
        for document in yaml.load_all(path.read_text("utf-8"), yaml.CSafeLoader):
            trees = [tree(parsed.parsed) for parsed in SigmaRule.from_dict(document).detection.parsed_condition]
            print(json.dumps({"id": document["id"], "tree": {"op": "or", "of": trees}}))
