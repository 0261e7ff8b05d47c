"""The server: ASGI application, socket, files and files watched. It knows no widget."""
