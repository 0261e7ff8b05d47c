"""Sets: public data that the gallery draws.

Life expectancy in years, income a head in dollars of 2005 (at purchasing power), and millions of
people: from Gapminder, https://www.gapminder.org/data, CC BY 4.0, as the package plotly ships it.
"""

from typing import Any

LIFE: dict[str, list[float]] = {
    "year": [1952, 1957, 1962, 1967, 1972, 1977, 1982, 1987, 1992, 1997, 2002, 2007],
    "Japan": [63.0, 65.5, 68.7, 71.4, 73.4, 75.4, 77.1, 78.7, 79.4, 80.7, 82.0, 82.6],
    "Brazil": [50.9, 53.3, 55.7, 57.6, 59.5, 61.5, 63.3, 65.2, 67.1, 69.4, 71.0, 72.4],
    "Nigeria": [36.3, 37.8, 39.4, 41.0, 42.8, 44.5, 45.8, 46.9, 47.5, 47.5, 46.6, 46.9],
    "India": [37.4, 40.2, 43.6, 47.2, 50.7, 54.2, 56.6, 58.6, 60.2, 61.8, 62.9, 64.7],
    "Germany": [67.5, 69.1, 70.3, 70.8, 71.0, 72.5, 73.8, 74.8, 76.1, 77.3, 78.7, 79.4],
}
"""How long people could expect to live, by country."""

_ROWS = [
    line.split(" | ")
    for line in """\
China | Asia | 4959 | 73.0 | 1319
India | Asia | 2452 | 64.7 | 1110
United States | Americas | 42952 | 78.2 | 301
Indonesia | Asia | 3541 | 70.7 | 224
Brazil | Americas | 9066 | 72.4 | 190
Pakistan | Asia | 2606 | 65.5 | 169
Bangladesh | Asia | 1391 | 64.1 | 150
Nigeria | Africa | 2014 | 46.9 | 135
Japan | Asia | 31656 | 82.6 | 127
Mexico | Americas | 11978 | 76.2 | 109
Philippines | Asia | 3190 | 71.7 | 91
Vietnam | Asia | 2442 | 74.2 | 85
Germany | Europe | 32170 | 79.4 | 82
Egypt | Africa | 5581 | 71.3 | 80
Ethiopia | Africa | 691 | 52.9 | 77
Turkey | Europe | 8458 | 71.8 | 71
Iran | Asia | 11606 | 71.0 | 69
Thailand | Asia | 7458 | 70.6 | 65
Congo, Dem. Rep. | Africa | 278 | 46.5 | 65
France | Europe | 30470 | 80.7 | 61
United Kingdom | Europe | 33203 | 79.4 | 61
Italy | Europe | 28570 | 80.5 | 58
Korea, Rep. | Asia | 23348 | 78.6 | 49
Myanmar | Asia | 944 | 62.1 | 48
Colombia | Americas | 7007 | 72.9 | 44
South Africa | Africa | 9270 | 49.3 | 44
Sudan | Africa | 2602 | 58.6 | 42
Spain | Europe | 28821 | 80.9 | 40
Argentina | Americas | 12779 | 75.3 | 40
Poland | Europe | 15390 | 75.6 | 39""".splitlines()
]

COUNTRIES: dict[str, list[Any]] = {
    "country": [country for country, *_ in _ROWS],
    "continent": [continent for _, continent, *_ in _ROWS],
    "income": [int(income) for _, _, income, *_ in _ROWS],
    "life": [float(life) for *_, life, _ in _ROWS],
    "millions": [int(millions) for *_, millions in _ROWS],
}
"""The thirty largest countries of 2007."""
