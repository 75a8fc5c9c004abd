"""When: the words of a text that say when, resolved to intervals, and per what time."""
