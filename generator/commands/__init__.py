"""The subcommands of `qingdan`, one module for each thing people come for."""

from generator.commands.ask import difference, explain, resolve
from generator.commands.count import count
from generator.commands.diff import diff
from generator.commands.manual import rule
from generator.commands.new import new
from generator.commands.new_change import change_command
from generator.commands.new_list import list_command
from generator.commands.owners import owners
from generator.commands.printing import print_group
from generator.commands.site import build, check, serve
from generator.commands.table import table
from generator.commands.upkeep import doctor, editor, migrate

COMMANDS = (
    check,
    build,
    serve,
    new,
    explain,
    resolve,
    difference,
    diff,
    owners,
    count,
    rule,
    table,
    print_group,
    migrate,
    editor,
    doctor,
)
new.add_command(change_command())
new.add_command(list_command())

__all__ = ["COMMANDS"]
