"""Connections: those of this package, where Streamlit has them."""

from ostinato.connections import BaseConnection, SnowflakeConnection, SQLConnection

__all__ = ["BaseConnection", "SQLConnection", "SnowflakeConnection"]
