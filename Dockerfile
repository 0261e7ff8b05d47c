# Ostinato itself, to serve a folder of yours without building an image:
#
#     docker build -t ostinato .
#     docker run -p 8501:8501 -v "$PWD:/app" ostinato run app.py
#
# What sessions hold is kept in .ostinato of that folder, which has to belong to the user of the
# container (`--user $(id -u)`), unless OSTINATO_SESSION_STORE names a store outside.
# An app gets an image of its own by the Dockerfile that `ostinato init` writes.
FROM python:3.13-slim AS build

WORKDIR /source
COPY . .
# Node.js comes from PyPI for the build of the page, and stays here.
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim

LABEL org.opencontainers.image.title="Ostinato" \
    org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(echo /wheels/ostinato-*.whl)[auth,metrics,redis]" \
    && rm -r /wheels \
    && useradd --create-home --uid 10001 ostinato \
    && install --directory --owner=ostinato /app

WORKDIR /app
USER ostinato
EXPOSE 8501
ENV OSTINATO_SERVER_HEADLESS=true \
    OSTINATO_SERVER_PORT=8501
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8501/_stcore/health', timeout=2)"]

# The form with brackets: the server itself is told to end, not a shell before it.
ENTRYPOINT ["ostinato"]
CMD ["hello"]
