"""A small invented CV that several tests read."""

PROFILE = """Ada Beispiel
ada@example.org

Education

Ph.D., Physics, Example University, 2015 - 2019

Publications

A Study of Examples
Ada Beispiel, Max Muster
Journal of Examples, 2020
"""
