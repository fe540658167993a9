package app.frontrow.webhooks;

import java.util.Arrays;

/**
 * The types of events that webhooks report.
 */
public enum WebhookType {

	/** An order was paid. */
	ORDER_PAID("order.paid"),
	/** An order was refunded. */
	ORDER_REFUNDED("order.refunded"),
	/** A concert and its shows were announced, changed or withdrawn. */
	SHOW_CHANGED("show.changed"),
	/** The last seat of a show was sold. */
	SHOW_SOLD_OUT("show.sold-out");

	private final String code;

	WebhookType(String code) {
		this.code = code;
	}

	/** The name in messages and in the database. */
	public String code() {
		return this.code;
	}

	/**
	 * Returns the type with this code.
	 * @throws IllegalArgumentException if there is none
	 */
	public static WebhookType of(String code) {
		return Arrays.stream(values())
			.filter((type) -> type.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(code));
	}

}
