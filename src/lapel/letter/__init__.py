"""The cover letter: plan, points, sentences, and the person's edits."""
