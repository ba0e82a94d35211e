"""The verbs: one file of options each, hung into the door in the order `--help` lists them."""

# isort: off
from cvparse.cli.verbs import parse as parse
from cvparse.cli.verbs import export as export
from cvparse.cli.verbs import batch as batch
from cvparse.cli.verbs import explain as explain
from cvparse.cli.verbs import lint as lint
from cvparse.cli.verbs import label as label
from cvparse.cli.verbs import eval as eval  # noqa: A004 (the verb's own name)
from cvparse.cli.verbs import diff as diff
from cvparse.cli.verbs import schema as schema
from cvparse.cli.verbs import validate as validate
from cvparse.cli.verbs import doctor as doctor
