"""What lapel or the preview writes into a job file: the front matter, in YAML under `tailoring:`.

`tailoring` has its keys, `reading` and `front_matter` read them, `editing` changes them and no
other byte of the file, by the splices of `splicing`.
"""
