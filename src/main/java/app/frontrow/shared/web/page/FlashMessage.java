package app.frontrow.shared.web.page;

/**
 * A message that the next page shows once.
 *
 * @param text in the reader's language
 * @param code the error code of a refusal; null for a success
 */
public record FlashMessage(String text, String code) {

	/** The name of the model attribute. */
	public static final String ATTRIBUTE = "flash";

	/**
	 * Returns the style of the message: {@code error} or {@code notice}.
	 */
	public String tone() {
		return (this.code != null) ? "error" : "notice";
	}

}
