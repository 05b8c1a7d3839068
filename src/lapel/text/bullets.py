"""The marks that people, and programs that they copy from, put before the items of a list."""

FIRM = "•●○◦▪▫■□◆◇♦‣⁃∙➢➤►▶➔➜✓✔✅☐☑★☆✦🔹🔸👉❖\uf0b7\uf0a7\uf0d8\uf0fc"
"""Those that are nothing else; the last are Word's, out of its symbol font."""
BULLETS = f"{FIRM}·–—→»›"
