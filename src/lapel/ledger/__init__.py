"""The contract and the account of every choice."""
