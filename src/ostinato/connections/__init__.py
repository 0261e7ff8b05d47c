"""Connections: databases and services that all sessions of a process share."""

from ostinato.connections.base import BaseConnection
from ostinato.connections.snowflake import SnowflakeConnection
from ostinato.connections.sql import SQLConnection

__all__ = ["BaseConnection", "SQLConnection", "SnowflakeConnection"]
