"""The listing: what a charger row is, where it belongs, and how README.md is read, edited and
proved.
"""
