"""The banks a transfer can go to, by the BIN NAPAS gives them (`data/banks.csv`)."""

import csv
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def banks() -> dict[str, str]:
    """{BIN: name}, those of the countryside first."""
    with (Path(__file__).parent / "data" / "banks.csv").open(encoding="utf-8", newline="") as file:
        return {row["bin"]: row["name"] for row in csv.DictReader(file)}


def bank_name(code: str) -> str:
    return banks().get(code, code)
