"""The live preview: a local page that shows the pages, the contract and the fit, and stays true."""
