"""The commands: the only place that reads the environment, prints and exits."""
