"""The index: its protocol, and one file per engine behind it."""
