package app.frontrow.booking.web.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * An event as a calendar file (<a href="https://www.rfc-editor.org/rfc/rfc5545">RFC
 * 5545</a>).
 *
 * @param uid stays the same when the event is written again
 * @param written when the data of the event last changed
 * @param starts when it starts
 * @param ends about when it ends; null if unknown
 * @param alarm what the calendar says three hours before, in one line
 * @param summary one line
 * @param location null if unknown
 * @param description may have several lines
 * @param url a page about it
 */
record CalendarEvent(String uid, Instant written, Instant starts, @Nullable Instant ends, String alarm, String summary,
		@Nullable String location, String description, String url) {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int MAX_LINE_OCTETS = 75;

	/** Returns lines of at most 75 octets that end in CRLF. */
	String toFile() {
		StringBuilder file = new StringBuilder();
		line(file, "BEGIN:VCALENDAR");
		line(file, "VERSION:2.0");
		line(file, "PRODID:-//Frontrow//Tickets//EN");
		line(file, "BEGIN:VEVENT");
		line(file, "UID:" + this.uid);
		line(file, "DTSTAMP:" + UTC.format(this.written));
		line(file, "DTSTART:" + UTC.format(this.starts));
		if (this.ends != null) {
			line(file, "DTEND:" + UTC.format(this.ends));
		}
		line(file, "SUMMARY:" + text(this.summary));
		if (this.location != null) {
			line(file, "LOCATION:" + text(this.location));
		}
		line(file, "DESCRIPTION:" + text(this.description));
		line(file, "URL:" + this.url);
		line(file, "BEGIN:VALARM");
		line(file, "ACTION:DISPLAY");
		line(file, "TRIGGER:-PT3H");
		line(file, "DESCRIPTION:" + text(this.alarm));
		line(file, "END:VALARM");
		line(file, "END:VEVENT");
		line(file, "END:VCALENDAR");
		return file.toString();
	}

	/** Escapes reserved characters and removes control characters. */
	private static String text(String text) {
		return text.replace("\\", "\\\\")
			.replace(";", "\\;")
			.replace(",", "\\,")
			.replaceAll("\r\n|\r|\n", "\\\\n")
			.replaceAll("[\\p{Cc}&&[^\t]]", "");
	}

	/**
	 * Breaks long lines between characters, because a break inside a character makes it
	 * unreadable.
	 */
	private static void line(StringBuilder file, String line) {
		int octets = 0;
		for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
			String character = Character.toString(line.codePointAt(at));
			int more = character.getBytes(StandardCharsets.UTF_8).length;
			if (octets + more > MAX_LINE_OCTETS) {
				file.append("\r\n ");
				octets = 1;
			}
			file.append(character);
			octets += more;
		}
		file.append("\r\n");
	}

}
