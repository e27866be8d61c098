"""
Sigma rules evaluated over plain events. pySigma reads the rules; what they mean is written out here: text is compared in either case, a field
that is missing makes every test false except `null` and `exists: false`, over several values one match is enough.
"""

import ipaddress
import re

from sigma.conditions import ConditionAND, ConditionFieldEqualsValueExpression, ConditionNOT, ConditionOR, ConditionValueExpression
from sigma.types import (
    CompareOperators, Placeholder, SigmaBool, SigmaCasedString, SigmaCIDRExpression, SigmaCompareExpression, SigmaExists, SigmaExpansion,
    SigmaFieldReference, SigmaNull, SigmaNumber, SigmaRegularExpression, SigmaRegularExpressionFlag, SigmaString, SpecialChars,
)

from decode import key

FLAGS = {
    SigmaRegularExpressionFlag.IGNORECASE: re.I,
    SigmaRegularExpressionFlag.MULTILINE: re.M,
    SigmaRegularExpressionFlag.DOTALL: re.S,
}


class Unsupported(Exception):
    """The rule uses something that cannot be evaluated without knowing the environment (placeholders)."""


def compile_rule(rule, renamed):
    """A function of an event that tells whether the rule matches. `renamed` maps rule fields, lower case, to the log's names."""
    conditions = [compile_node(c.parsed, renamed) for c in rule.detection.parsed_condition]
    return conditions[0] if len(conditions) == 1 else lambda event: any(c(event) for c in conditions)


def compile_node(node, renamed):
    if isinstance(node, ConditionAND):
        parts = [compile_node(a, renamed) for a in node.args]
        return lambda event: all(p(event) for p in parts)
    if isinstance(node, ConditionOR):
        parts = [compile_node(a, renamed) for a in node.args]
        return lambda event: any(p(event) for p in parts)
    if isinstance(node, ConditionNOT):
        part = compile_node(node.args[0], renamed)
        return lambda event: not part(event)
    if isinstance(node, ConditionFieldEqualsValueExpression):
        name = key(node.field)
        return field_test(renamed.get(name, name), node.value, renamed)
    if isinstance(node, ConditionValueExpression):
        test = value_test(contains(node.value))
        return lambda event: any(test(text) for text in event.texts)
    raise Unsupported(f"condition {type(node).__name__}")


def field_test(name, value, renamed):
    if isinstance(value, SigmaNull):
        # An element without content is the empty text, not a missing field.
        return lambda event: name not in event.fields
    if isinstance(value, SigmaExists):
        wanted = bool(value.exists)
        return lambda event: (name in event.fields) == wanted
    if isinstance(value, SigmaExpansion):
        parts = [field_test(name, v, renamed) for v in value.values]
        return lambda event: any(p(event) for p in parts)
    if isinstance(value, SigmaFieldReference):
        other = key(value.field)
        return reference_test(name, renamed.get(other, other), value)
    test = value_test(value)
    # The same test of the same field is worked out once an event.
    memo_key = (name, memo(value))

    def run(event):
        known = event.memo.get(memo_key)
        if known is None:
            known = event.memo[memo_key] = any(test(v) for v in event.fields.get(name, ()))
        return known

    return run


def memo(value):
    return (type(value).__name__, repr(value))


def reference_test(name, other, value):
    def compare(a, b):
        a, b = a.lower(), b.lower()
        if value.starts_with and value.ends_with:
            return b in a
        return a.startswith(b) if value.starts_with else a.endswith(b) if value.ends_with else a == b

    return lambda event: any(compare(a, b) for a in event.fields.get(name, ()) for b in event.fields.get(other, ()))


def value_test(value):
    """A function of one text."""
    if isinstance(value, SigmaCasedString):
        pattern = re.compile(wildcards(value), re.S)
        return lambda text: pattern.fullmatch(text) is not None
    if isinstance(value, SigmaString):
        return string_test(value)
    if isinstance(value, SigmaNumber):
        wanted = str(value.number)
        return lambda text: text == wanted
    if isinstance(value, SigmaBool):
        wanted = str(value.boolean).lower()
        return lambda text: text.lower() == wanted
    if isinstance(value, SigmaRegularExpression):
        flags = 0
        for flag in value.flags:
            flags |= FLAGS[flag]
        pattern = re.compile(str(value.regexp), flags)
        return lambda text: pattern.search(text) is not None
    if isinstance(value, SigmaCIDRExpression):
        network = ipaddress.ip_network(value.cidr, strict=False)
        return lambda text: inside(text, network)
    if isinstance(value, SigmaCompareExpression):
        return lambda text: compares(text, value)
    raise Unsupported(type(value).__name__)


def string_test(value):
    parts = value.s
    if any(isinstance(p, Placeholder) for p in parts):
        raise Unsupported("placeholder")
    lowered = [p.lower() if isinstance(p, str) else p for p in parts]
    many = SpecialChars.WILDCARD_MULTI
    match lowered:
        case []:
            return lambda text: text == ""
        case [str(a)]:
            return lambda text: text.lower() == a
        case [str(a), m] if m == many:
            return lambda text: text.lower().startswith(a)
        case [m, str(a)] if m == many:
            return lambda text: text.lower().endswith(a)
        case [m, str(a), n] if m == many and n == many:
            return lambda text: a in text.lower()
    pattern = re.compile(wildcards_of(lowered), re.S)
    return lambda text: pattern.fullmatch(text.lower()) is not None


def wildcards(value):
    return wildcards_of(value.s)


def wildcards_of(parts):
    out = ""
    for p in parts:
        out += re.escape(p) if isinstance(p, str) else ".*" if p == SpecialChars.WILDCARD_MULTI else "."
    return out


def contains(value):
    """A keyword is looked for anywhere in a text; numbers as they are printed."""
    if isinstance(value, SigmaRegularExpression):
        return value
    text = SigmaString(str(value.number)) if isinstance(value, SigmaNumber) else value
    if not isinstance(text, SigmaString):
        raise Unsupported(f"keyword {type(value).__name__}")
    if not text.startswith(SpecialChars.WILDCARD_MULTI):
        text = SpecialChars.WILDCARD_MULTI + text
    if not text.endswith(SpecialChars.WILDCARD_MULTI):
        text = text + SpecialChars.WILDCARD_MULTI
    return text


def inside(text, network):
    try:
        return ipaddress.ip_address(text) in network
    except ValueError:
        return False


def compares(text, value):
    try:
        left, right = float(text), float(value.number.number)
    except ValueError:
        return False
    op = value.op
    return (
        left < right if op == CompareOperators.LT
        else left <= right if op == CompareOperators.LTE
        else left > right if op == CompareOperators.GT
        else left >= right if op == CompareOperators.GTE
        else left != right
    )
