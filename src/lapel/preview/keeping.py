"""Writing what is on show into the job's output folder, as `lapel tailor` does."""

from lapel.preview.acts import ActError
from lapel.preview.building import Build, Shop
from lapel.tailor import store, tailor_job
from lapel.text.plurals import count


def keep(shop: Shop, build: Build) -> str:
    """Write every document and the ledger; files changed by hand there are kept beside them.

    Gives in words what was written; raises ActError where it cannot be made.
    """
    made = tailor_job(build.inputs, build.matches, build.warnings, shop.engine, shop.cache)
    if made.value is None:
        raise ActError(made.errors[0].message)
    stored = store(build.inputs, made.value, force=False)
    told = f"{count('file', len(stored.files))} in {build.inputs.folder}"
    if stored.kept:
        told += f"; {stored.kept[0].name} was changed by hand and is kept, the new one is beside it"
    return told
