"""The document as DOCX: named styles, real lists, live links, and nothing set by hand."""
