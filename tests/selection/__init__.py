"""What selection promises."""
