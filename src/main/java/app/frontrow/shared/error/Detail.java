package app.frontrow.shared.error;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import app.frontrow.shared.MoneyFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Describes a JSON member that a refusal adds to its answer. The OpenAPI document shows
 * it.
 *
 * @param name the name of the member
 * @param type the type of the member; of each item if the member is a list
 * @param list whether the member is a list
 * @param won whether the member is an amount in won; texts show it with the currency sign
 * @param sometimes whether only some answers have the member
 * @param description what the member means
 * @param example an example value of the member
 */
public record Detail(String name, Class<?> type, boolean list, boolean won, boolean sometimes, String description,
		Object example) implements Serializable {

	/** A whole number. */
	public static Detail number(String name, String description, long example) {
		return new Detail(name, Long.class, false, false, false, description, example);
	}

	/** An amount in whole won. */
	public static Detail won(String name, String description, long example) {
		return new Detail(name, Long.class, false, true, false, description, example);
	}

	/** A word. */
	public static Detail text(String name, String description, String example) {
		return new Detail(name, String.class, false, false, false, description, example);
	}

	/** A time with its offset. */
	public static Detail time(String name, String description, String example) {
		return new Detail(name, Instant.class, false, false, false, description, example);
	}

	/**
	 * A list.
	 * @param type the type of each item
	 * @param example the items; an item that is a record is given as a map
	 */
	public static Detail list(String name, Class<?> type, String description, List<?> example) {
		return new Detail(name, type, true, false, false, description, example);
	}

	/** Returns this member as one that only some answers have. */
	public Detail onlySometimes() {
		return new Detail(this.name, this.type, this.list, this.won, true, this.description, this.example);
	}

	/**
	 * Converts the value to an argument of a text for people. A number stays a number, so
	 * that the text can format it in the reader's language.
	 * @param value null if it is not known
	 */
	Object argument(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof List<?> items) {
			return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
		}
		return (this.won && value instanceof Number amount) ? new MoneyFormatter().format(amount.longValue()) : value;
	}

}
