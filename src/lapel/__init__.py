"""lapel turns a master profile and a job file into a resume cut to that job."""

VERSION = "0.1.0"
