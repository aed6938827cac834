"""The shape of a list as data: its columns, sections, order and forms, from .github/list.yml."""
