"""A sample news site for demo and tests: invented outlets, persons and figures in six languages.

Eight outlets report on rural e-commerce and poverty relief, as real news sites look and behave. The texts were
written for ruralwire. Places, platforms and laws are real where they are named; every outlet, every institute
that publishes a statistic, every person and every figure is invented, and each page says so in its footer.
`facts.toml` tells how the figures interlock: which articles report one statistic, and which contradict it.
"""
