"""Components that other people make, of the second kind."""

from ostinato.components.v2 import component as component
