"""A million rides on rented bicycles, and how many of them fit what somebody has chosen.

Plain numpy that knows nothing of the page. Each ride has a number for each of nine questions:
which month it was, which district, and so on. Who chooses months sees, for districts, the rides of
those months; for months, all of them, so that another one can be chosen beside.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

Choice = frozenset[int]

RIDES = 1_000_000
DAYS = 365
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

ANSWERS: dict[str, Sequence[str]] = {
    "Month": MONTHS,
    "Weekday": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "Hour": [f"{hour}:00" for hour in range(24)],
    "District": ["Harbour", "Mills", "Old Town", "Park", "Hill", "Station", "University"],
    "Weather": ["Dry", "Cloudy", "Rain", "Snow"],
    "Rider": ["Member", "Guest", "Student"],
    "Bicycle": ["City", "Electric", "Cargo"],
    "Minutes": [f"{5 * step} to {5 * step + 5}" for step in range(12)],
    "Kilometres": [f"{step} to {step + 1}" for step in range(10)],
}
"""What is asked of each ride, and what the answers are called."""


class Rides(NamedTuple):
    """All rides.

    Args:
        answers: For each question, the number of each ride's answer.
        day: The day of the year of each, from 0.
    """

    answers: Mapping[str, np.ndarray]
    day: np.ndarray


class Counts(NamedTuple):
    """How many rides fit.

    Args:
        total: All that fit.
        minutes: How long these took on average.
        answers: For each question, the rides for each answer, whatever is chosen of that question.
        days: The rides of each day.
    """

    total: int
    minutes: float
    answers: Mapping[str, Sequence[int]]
    days: Sequence[int]


def invent(count: int = RIDES) -> Rides:
    """Return rides as they might have been: more of them in summer, and when people go to work."""
    random = np.random.default_rng(7)

    def one_of(*weights: float) -> np.ndarray:
        return random.choice(len(weights), count, p=np.array(weights) / sum(weights)).astype("u1")

    season = 1.2 - np.cos(np.linspace(0, 2 * np.pi, DAYS))
    day = random.choice(DAYS, count, p=season / season.sum()).astype("u2")
    minutes = np.minimum(random.gamma(3.0, 5.5, count), 59.9)
    kilometres = np.minimum(minutes / 60 * random.normal(11, 2, count).clip(4, 18), 9.9)
    to_noon = [1, 1, 1, 1, 2, 5, 14, 28, 30, 16, 11, 12]
    to_midnight = [14, 13, 13, 17, 26, 31, 24, 15, 10, 7, 5, 3]
    return Rides(
        {
            "Month": (day * 12 // DAYS).astype("u1"),
            "Weekday": ((day + 2) % 7).astype("u1"),
            "Hour": one_of(*to_noon, *to_midnight),
            "District": one_of(18, 9, 22, 8, 11, 20, 12),
            "Weather": np.where(day % 11 < 6, 0, one_of(2, 4, 3, 0.4)).astype("u1"),
            "Rider": one_of(60, 25, 15),
            "Bicycle": one_of(62, 31, 7),
            "Minutes": (minutes // 5).astype("u1"),
            "Kilometres": kilometres.astype("u1"),
        },
        day,
    )


def count(rides: Rides, chosen: Mapping[str, Choice]) -> Counts:
    """Count the rides that fit: each has one of the chosen answers, where some are chosen."""
    misses = np.zeros(len(rides.day), "u1")
    fits = {}
    for question, answers in chosen.items():
        if answers:
            table = np.zeros(len(ANSWERS[question]), bool)
            table[[*answers]] = True
            fits[question] = table[rides.answers[question]]
            misses += ~fits[question]
    fitting = np.flatnonzero(misses == 0)
    found = {}
    for question, numbers in rides.answers.items():
        rows = fitting
        if question in fits:  # all those that fit but for this one
            rows = np.flatnonzero((misses == 0) | ((misses == 1) & ~fits[question]))
        of_these = numbers if len(rows) == len(numbers) else numbers[rows]
        found[question] = np.bincount(of_these, minlength=len(ANSWERS[question])).tolist()
    days = np.bincount(rides.day[fitting], minlength=DAYS).tolist()
    steps = np.bincount(rides.answers["Minutes"][fitting], minlength=12)
    middle = 5 * np.arange(12) + 2.5
    mean = float(steps @ middle / max(len(fitting), 1))
    return Counts(len(fitting), mean, found, days)
