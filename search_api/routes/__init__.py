"""The routes of the API and the pages, one module each."""
