package app.frontrow.office.export;

import java.time.Instant;

import app.frontrow.office.export.file.ExportFormat;
import jakarta.annotation.Nullable;

/**
 * A request for an exported file.
 *
 * @param concertId null for all concerts that the member's roles cover
 * @param from null for the beginning
 * @param to null for now
 */
public record ExportRequest(ExportKind kind, ExportFormat format, @Nullable Long concertId, @Nullable Instant from,
		@Nullable Instant to) {
}
