package app.frontrow.shared.web.page;

import org.jspecify.annotations.Nullable;

/**
 * A message that the next page shows once.
 *
 * @param text in the reader's language
 * @param code the error code of a refusal; null for a success
 * @param input the input that the text is about; null for none
 */
public record FlashMessage(String text, @Nullable String code, @Nullable Input input) {

	/** The name of the model attribute. */
	public static final String ATTRIBUTE = "flash";

	public FlashMessage(String text, @Nullable String code) {
		this(text, code, null);
	}

	/**
	 * Returns the id of the input that the text is about; null for none.
	 */
	public @Nullable String field() {
		return (this.input != null) ? this.input.id() : null;
	}

	/**
	 * Returns what was typed into the input, so that it need not be typed again; null for
	 * nothing.
	 */
	public @Nullable String typed() {
		return (this.input != null) ? this.input.typed() : null;
	}

	/**
	 * Returns the style of the message: {@code error} or {@code notice}.
	 */
	public String tone() {
		return (this.code != null) ? "error" : "notice";
	}

	/**
	 * An input that was refused.
	 *
	 * @param id the id of the element
	 * @param label the label in the reader's language; null if the text is not about what
	 * was typed
	 * @param typed what was typed; null for passwords
	 */
	public record Input(String id, @Nullable String label, @Nullable String typed) {
	}

}
