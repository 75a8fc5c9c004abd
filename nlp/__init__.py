"""Article in, annotated article out: language, numbers, units, periods, places, products, figures, claims."""
