"""The master profile: everything a person ever did."""
