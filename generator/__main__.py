"""`python -m generator`: the same as the command `qingdan`."""

from generator.cli import main

main()
