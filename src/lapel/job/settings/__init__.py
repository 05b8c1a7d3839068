"""The settings of a job file: its front matter, in a YAML file the keys under `tailoring:`.

`tailoring` has the schema of the keys, `reading` and `front_matter` read them, `editing` changes
them and no other byte of the file, by the splices of `splicing`. Settings among the fields of a job
are `stated`.
"""
