"""Where pages may load maps from."""

from typing import Any

import pytest

from ostinato.config.options import Maps
from ostinato.server.map_sources import map_sources


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        ({}, ["https://tiles.openfreemap.org"]),
        ({"light_style": "", "dark_style": ""}, []),
        ({"light_style": "https://a.example/x", "dark_style": "app/static/dark.json"},)
        + (["https://a.example"],),
        ({"light_style": "", "dark_style": "", "hosts": ["*"]}, ["http: https:"]),
        ({"light_style": "", "dark_style": "", "hosts": ["https://b.example/", "*.c.example"]},)
        + (["https://b.example", "*.c.example"],),
        ({"light_style": "", "dark_style": "", "hosts": ["x; script-src *", "a\nb", "a,b"]}, []),
    ],
)
def test_o03_only_where_base_maps_are(options: dict[str, Any], sources: list[str]) -> None:
    assert [*map_sources(Maps(**options))] == sources
