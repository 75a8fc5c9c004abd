"""Commands of the workshop: they build data files and are no part of the wheel."""
