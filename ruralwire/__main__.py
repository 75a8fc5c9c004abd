"""`python -m ruralwire` is the command `ruralwire`."""

from ruralwire.main import run

if __name__ == "__main__":
    run()
