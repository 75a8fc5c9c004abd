"""The build of the gazetteer: from named, licensed sources to the files under `nlp/data/gazetteer`."""
