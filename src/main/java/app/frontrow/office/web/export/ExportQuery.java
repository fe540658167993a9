package app.frontrow.office.web.export;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which part of a table is wanted.
 *
 * @param concertId all concerts that the roles cover if it is left out
 * @param from the first day in Seoul, or a time
 * @param to the last day in Seoul, or a time
 */
@ParameterObject
record ExportQuery(@Nullable Long concertId, @Nullable String from, @Nullable String to) {
}
