package app.frontrow.shared.web.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes times for pages: in the reader's language and in the time zone of the venues.
 * The patterns are in the message bundle.
 */
@Component("dates")
public class PageDateFormatter {

	/** The time zone of every venue. */
	public static final ZoneId VENUE_ZONE = ZoneId.of("Asia/Seoul");

	private final MessageSource messages;

	private final Clock clock;

	PageDateFormatter(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/** Returns the server's time in milliseconds, which the countdowns use. */
	public long nowMillis() {
		return this.clock.millis();
	}

	/** Writes weekday, day and time. */
	public String full(Instant time) {
		return write(time, "date.full");
	}

	/** Writes day and time in a short form. */
	public String brief(Instant time) {
		return write(time, "date.brief");
	}

	/** Writes weekday and day. */
	public String day(Instant time) {
		return write(time, "date.day");
	}

	/** Writes weekday and day. */
	public String date(LocalDate date) {
		return formatter("date.day").format(date);
	}

	/** Writes the time of day. */
	public String time(Instant time) {
		return write(time, "date.time");
	}

	/** Writes a deadline: only the time of day if it is within twelve hours. */
	public String deadline(Instant end) {
		boolean soon = end.isBefore(this.clock.instant().plus(Duration.ofHours(12)));
		return soon ? time(end) : brief(end);
	}

	/** Month and year. */
	public String month(YearMonth month) {
		return formatter("date.month").format(month);
	}

	/** Writes the first and the last day; only one day if they are the same. */
	public String range(Instant first, Instant last) {
		LocalDate from = LocalDate.ofInstant(first, VENUE_ZONE);
		LocalDate to = LocalDate.ofInstant(last, VENUE_ZONE);
		if (from.equals(to)) {
			return write(first, "date.short-day");
		}
		if (from.getYear() != to.getYear()) {
			return write(first, "date.short-day") + " – " + write(last, "date.short-day");
		}
		String range = (from.getMonth() == to.getMonth()) ? "date.month-range." : "date.range.";
		return write(first, range + "first") + " – " + write(last, range + "last");
	}

	/** Writes the time that is left, for example {@code 04:59} or {@code 2d 03:04:05}. */
	public String countdown(Instant end) {
		Duration left = Duration.between(this.clock.instant(), end);
		if (left.isNegative()) {
			left = Duration.ZERO;
		}
		String clockFace = (left.toHours() > 0)
				? "%02d:%02d:%02d".formatted(left.toHoursPart(), left.toMinutesPart(), left.toSecondsPart())
				: "%02d:%02d".formatted(left.toMinutesPart(), left.toSecondsPart());
		return (left.toDays() > 0) ? this.messages.getMessage("countdown.days",
				new Object[] { left.toDays(), clockFace }, LocaleContextHolder.getLocale()) : clockFace;
	}

	private String write(Instant time, String pattern) {
		return formatter(pattern).format(time.atZone(VENUE_ZONE));
	}

	private DateTimeFormatter formatter(String pattern) {
		Locale locale = LocaleContextHolder.getLocale();
		return DateTimeFormatter.ofPattern(this.messages.getMessage(pattern, null, locale), locale);
	}

}
