package app.frontrow.office.export;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.Nullable;

/**
 * Which part of a table an export contains.
 *
 * @param concertIds null for all concerts
 * @param from the first moment
 * @param to the moment after the last
 */
record ExportRange(@Nullable List<Long> concertIds, Instant from, Instant to) {
}
