"""The command and the only place where the four packages are wired together."""
