package app.frontrow.shared.web.page;

import org.jspecify.annotations.Nullable;

/**
 * A message that the next page shows once.
 *
 * @param text in the reader's language
 * @param code the error code of a refusal; null for a success
 * @param field the id of the input that the text is about; null for none
 */
public record FlashMessage(String text, @Nullable String code, @Nullable String field) {

	/** The name of the model attribute. */
	public static final String ATTRIBUTE = "flash";

	public FlashMessage(String text, String code) {
		this(text, code, null);
	}

	/**
	 * Returns the style of the message: {@code error} or {@code notice}.
	 */
	public String tone() {
		return (this.code != null) ? "error" : "notice";
	}

}
