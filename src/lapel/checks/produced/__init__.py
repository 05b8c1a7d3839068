"""Rules for the files in a job's output folder."""
