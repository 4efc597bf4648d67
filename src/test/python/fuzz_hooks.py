"""What the fuzzer leaves out, because the document does not say it.

Many a language writes a member that it has no value for as null, and the gateway takes that for
absent. The document leaves it out, for the sake of the clients that are generated from it.
"""

import schemathesis

ANY_JSON = {"input", "args", "memo", "searchAttributes", "headers", "details"}


def has_null_member(body):
    return isinstance(body, dict) and any(
        (value is None and name != "input") or (name not in ANY_JSON and has_null_member(value))
        for name, value in body.items()
    )


@schemathesis.hook
def filter_case(context, case):
    return not has_null_member(case.body)
