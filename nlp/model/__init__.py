"""The document model that the packages meet in: frozen records that import only pydantic."""
