"""What the job asks for, and what of the profile answers it."""
