package app.frontrow.booking.web.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarEventTests {

	private static final Instant START = Instant.parse("2026-12-10T10:00:00Z");

	@Test
	void fileHasItsLinesInOrder() {
		assertThat(event("Night", "Hall", "Row 1").toFile()).isEqualTo("""
				BEGIN:VCALENDAR
				VERSION:2.0
				PRODID:-//Frontrow//Tickets//EN
				BEGIN:VEVENT
				UID:7@frontrow
				DTSTAMP:19700101T000000Z
				DTSTART:20261210T100000Z
				SUMMARY:Night
				LOCATION:Hall
				DESCRIPTION:Row 1
				URL:https://example.org/7
				BEGIN:VALARM
				ACTION:DISPLAY
				TRIGGER:-PT3H
				DESCRIPTION:Soon
				END:VALARM
				END:VEVENT
				END:VCALENDAR
				""".replace("\n", "\r\n"));
	}

	@Test
	@ProvesRule(rule = "The lines of a calendar file have at most 75 octets", guard = "CalendarEvent.MAX_LINE_OCTETS",
			brokenBy = "setting it to 76")
	void longLinesAreFoldedBetweenCharacters() {
		String title = "밤의 행진 🎫🎸 ".repeat(20).strip();

		String file = event(title, "Hall", "x".repeat(300)).toFile();

		assertThat(List.of(file.split("\r\n"))).allSatisfy((line) -> {
			assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
			assertThat(line).isEqualTo(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
		});
		assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + title + "\r\n",
				"DESCRIPTION:" + "x".repeat(300) + "\r\n");
	}

	@Test
	@ProvesRule(rule = "Characters with a meaning in calendar files are escaped", guard = "CalendarEvent.text",
			brokenBy = "leaving out the semicolon")
	void specialCharactersAreEscaped() {
		String file = event("A; B, C\\D\r\nATTENDEE:x\u0007", null, "1\n2").toFile();

		assertThat(file).contains("SUMMARY:A\\; B\\, C\\\\D\\nATTENDEE:x\r\n", "DESCRIPTION:1\\n2\r\n")
			.doesNotContain("LOCATION");
	}

	private static CalendarEvent event(String summary, String location, String description) {
		return new CalendarEvent("7@frontrow", Instant.EPOCH, START, null, "Soon", summary, location, description,
				"https://example.org/7");
	}

}
