"""Words and forms by language: months, dates, section titles."""
