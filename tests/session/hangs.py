"""Hangs: code that does not end, as scripts and their values have it."""

LOOP = "while not gates.is_over: pass"
SWALLOWING_LOOP = """while not gates.is_over:
    try:
        while not gates.is_over: pass
    except BaseException:
        continue"""
SLEEP = "time.sleep(10**6)"
