"""Letter points read as instructions: what each asks the letter to say, and where to find it."""
