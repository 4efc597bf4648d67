"""What the fuzzer leaves out, because the document does not say it.

Many a language writes a member that it has no value for as null, and the gateway takes that for
absent. The document leaves it out, for the sake of the clients that are generated from it.
"""

import re

import schemathesis

ANY_JSON = {"input", "args", "memo", "searchAttributes", "headers", "details"}


# "complete" and the like may also be ids of Activities, for which other methods are allowed.
VERBS_OR_IDS = re.compile("/activities/(cancel|complete|fail|heartbeat)$")


def has_null_member(body):
    if isinstance(body, list):
        return any(has_null_member(item) for item in body)
    return isinstance(body, dict) and any(
        (value is None and name != "input") or (name not in ANY_JSON and has_null_member(value))
        for name, value in body.items()
    )


@schemathesis.hook
def filter_case(context, case):
    methods_of_two = case.method.upper() == "OPTIONS" and VERBS_OR_IDS.search(case.path)
    return not methods_of_two and not has_null_member(case.body)
