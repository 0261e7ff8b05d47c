"""Ostinato, as a command, that looks after its sessions so often that a test can wait for it."""

from ostinato.cli import main
from ostinato.server import background

background.SWEEP_EVERY = 0.5

if __name__ == "__main__":
    main()
