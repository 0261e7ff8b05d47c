"""Run the command as a module: `python -m ostinato`."""

from ostinato.cli import main

if __name__ == "__main__":
    main(prog_name="ostinato")
