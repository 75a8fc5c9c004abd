"""Numbers as texts write them: in digits, in words, and in mixtures of both, in six languages."""
