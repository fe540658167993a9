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
 * Reads times in ISO 8601: with or without seconds, and with {@code Z}, {@code +09:00},
 * {@code +0900} or {@code +09}. It refuses a number, which Jackson would read as seconds
 * since 1970.
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
