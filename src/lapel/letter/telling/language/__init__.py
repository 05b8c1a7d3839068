"""What the words of bullets and answers are: verbs, nouns, tense, persons, and what stands."""
