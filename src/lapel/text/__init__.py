"""What several rooms need of language: runs, stems, phrases, plurals, nearest spellings."""
