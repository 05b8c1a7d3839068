"""The job file: a person's notes on one opening."""
