"""Lines of a page as a reader sees them at a glance, before any is understood."""

from cvparse.lines.features import describe, within
from cvparse.lines.glances import Glance, Measure, glances, measure
from cvparse.lines.looks import LABEL

__all__ = ["LABEL", "Glance", "Measure", "describe", "glances", "measure", "within"]
