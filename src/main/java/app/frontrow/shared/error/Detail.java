package app.frontrow.shared.error;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import app.frontrow.shared.MoneyFormatter;

/**
 * A member that a refusal adds to its answer, as the document of the API describes it.
 *
 * @param name of the member
 * @param type of the member; of each item if it is a list
 * @param list whether the member is a list
 * @param won whether the member is an amount, which texts write with its currency
 * @param sometimes whether the answer has the member only sometimes
 * @param description what the member says
 * @param example a value of the member
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
	 * @param type of each item
	 * @param example the items, records as maps
	 */
	public static Detail list(String name, Class<?> type, String description, List<?> example) {
		return new Detail(name, type, true, false, false, description, example);
	}

	/** The same member, which the answer has only sometimes. */
	public Detail onlySometimes() {
		return new Detail(this.name, this.type, this.list, this.won, true, this.description, this.example);
	}

	/**
	 * The value as an argument of a text for people. A number stays a number, so that the
	 * text can write it in the reader's language.
	 * @param value null if it is not known
	 */
	Object argument(Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof List<?> items) {
			return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
		}
		return (this.won && value instanceof Number amount) ? new MoneyFormatter().format(amount.longValue()) : value;
	}

}
