"""The benchmark: how fast each step is and what memory it takes, beside its baseline in the same run."""
