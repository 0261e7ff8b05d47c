"""A package beside the scripts."""

from orchestra.strings import tune as tune
