"""An app below a path of a FastAPI application: `uvicorn fastapi_mount:api`."""

from pathlib import Path

import fastapi

import ostinato

api = fastapi.FastAPI()


@api.get("/answer")
def answer() -> dict[str, int]:
    return {"answer": 42}


api.mount("/counter", ostinato.App(Path(__file__).with_name("counter.py")))
