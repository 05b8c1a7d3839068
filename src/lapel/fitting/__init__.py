"""Heights, pagination and the closing of gaps: pure arithmetic in points."""
