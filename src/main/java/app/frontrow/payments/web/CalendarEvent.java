package app.frontrow.payments.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One event as a calendar file (<a href="https://www.rfc-editor.org/rfc/rfc5545">RFC
 * 5545</a>).
 *
 * @param uid the same for the same event, however often it is written
 * @param written since when the event is as it is
 * @param starts when it starts; nobody knows when a concert ends
 * @param summary one line
 * @param location where; null for nowhere
 * @param description more lines
 * @param url a page about it
 */
record CalendarEvent(String uid, Instant written, Instant starts, String summary, String location, String description,
		String url) {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int LINE = 75;

	/** The file: lines of at most 75 octets that end in CRLF. */
	String file() {
		StringBuilder file = new StringBuilder();
		line(file, "BEGIN:VCALENDAR");
		line(file, "VERSION:2.0");
		line(file, "PRODID:-//Frontrow//Tickets//EN");
		line(file, "BEGIN:VEVENT");
		line(file, "UID:" + this.uid);
		line(file, "DTSTAMP:" + UTC.format(this.written));
		line(file, "DTSTART:" + UTC.format(this.starts));
		line(file, "SUMMARY:" + text(this.summary));
		if (this.location != null) {
			line(file, "LOCATION:" + text(this.location));
		}
		line(file, "DESCRIPTION:" + text(this.description));
		line(file, "URL:" + this.url);
		line(file, "END:VEVENT");
		line(file, "END:VCALENDAR");
		return file.toString();
	}

	/** Escapes what has a meaning in a calendar, and drops what no text may contain. */
	private static String text(String text) {
		return text.replace("\\", "\\\\")
			.replace(";", "\\;")
			.replace(",", "\\,")
			.replaceAll("\r\n|\r|\n", "\\\\n")
			.replaceAll("[\\p{Cc}&&[^\t]]", "");
	}

	/** Folds between characters, never within one. */
	private static void line(StringBuilder file, String line) {
		int octets = 0;
		for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
			String character = Character.toString(line.codePointAt(at));
			int more = character.getBytes(StandardCharsets.UTF_8).length;
			if (octets + more > LINE) {
				file.append("\r\n ");
				octets = 1;
			}
			file.append(character);
			octets += more;
		}
		file.append("\r\n");
	}

}
