"""GitHub: reading its state, planning the missing writes, and writing."""
