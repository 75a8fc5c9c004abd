"""What the archive holds and the state does not know: taken in, as often as one likes."""

import logging

from crawlers.archive import SERIES, Archive, Location
from crawlers.capture import make_capture, read_hint, read_redirects
from crawlers.state import State
from crawlers.text_record import TEXT_FIELD, read_outcome
from crawlers.warc import WarcRecord

_logger = logging.getLogger(__name__)


def reconcile(archive: Archive, state: State) -> int:
    """Take in records that were written when a process was killed before the state knew; return how many.

    On a new database this makes the whole state again. Raises ArchiveError and StateError.
    """
    taken_in = 0
    for series in SERIES:  # captures first: outcomes refer to them
        for file in archive.list_files(series):
            bodies: dict[str, Location] = {}
            for location, record in archive.iterate(file, start=state.find_taken_in(file)):
                if series == "captures":
                    taken_in += _take_in_capture(state, location, record)
                elif TEXT_FIELD in record.fields:
                    bodies[record.fields[TEXT_FIELD]] = location
                else:
                    taken_in += _take_in_outcome(state, location, record, bodies)
    return taken_in


def _take_in_capture(state: State, location: Location, record: WarcRecord) -> int:
    capture = make_capture(record, location)
    if capture is None:
        state.note_taken_in(location)
        return 0
    hint, redirects = read_hint(record), read_redirects(record)
    return int(state.take_in_capture(capture, hint, location=location, redirected_from=redirects))


def _take_in_outcome(state: State, location: Location, record: WarcRecord, bodies: dict[str, Location]) -> int:
    outcome = read_outcome(record)
    if outcome is None:
        state.note_taken_in(location)
        return 0
    if state.load_capture(outcome.capture_id) is None:
        _logger.warning("%s, byte %d: of a capture that is not in the archive", location.file, location.offset)
        state.note_taken_in(location)
        return 0
    state.record_outcome(outcome, bodies=bodies, location=location)
    return 1
