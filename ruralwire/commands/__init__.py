"""One module per command of `ruralwire`."""
