"""Connections: those of this package, where Streamlit has them."""

from ostinato.connections import BaseConnection, SnowflakeConnection, SQLConnection

ExperimentalBaseConnection = BaseConnection

__all__ = ["BaseConnection", "ExperimentalBaseConnection", "SQLConnection", "SnowflakeConnection"]
