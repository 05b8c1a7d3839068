"""The document as tagged PDF, and what is said in its operators for those who read its text."""
