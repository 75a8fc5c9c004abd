"""What `ruralwire doctor` checks, one module per part."""
