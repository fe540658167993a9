package app.frontrow.shared.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

import org.springframework.boot.jackson.JacksonComponent;

/**
 * Reads moments as ISO 8601 writes them: with or without seconds, and with {@code Z},
 * {@code +09:00}, {@code +0900} or {@code +09}. A number is no such moment, though the
 * platform would take it for one.
 */
@JacksonComponent
class IsoInstantDeserializer extends ValueDeserializer<Instant> {

	private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder().parseCaseInsensitive()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.appendPattern("[XXX][X]")
		.toFormatter()
		.withResolverStyle(ResolverStyle.STRICT);

	@Override
	public Instant deserialize(JsonParser json, DeserializationContext context) {
		if (json.currentToken() != JsonToken.VALUE_STRING) {
			return (Instant) context.handleUnexpectedToken(Instant.class, json);
		}
		String text = json.getString();
		try {
			return ISO_8601.parse(text.strip(), Instant::from);
		}
		catch (DateTimeException malformed) {
			return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a moment with its offset");
		}
	}

}
