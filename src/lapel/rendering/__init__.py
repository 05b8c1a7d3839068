"""Trees and themes into bytes: HTML, PDF, DOCX, the ledger's page; measuring."""
