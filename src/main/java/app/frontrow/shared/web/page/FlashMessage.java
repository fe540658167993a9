package app.frontrow.shared.web.page;

/**
 * A sentence that the next page says once.
 *
 * @param text in the reader's language
 * @param code the API's error code; null when it is good news
 */
public record FlashMessage(String text, String code) {

	/** The name under which pages look for it. */
	public static final String ATTRIBUTE = "flash";

	/**
	 * How it looks: {@code error} or {@code notice}.
	 */
	public String tone() {
		return (this.code != null) ? "error" : "notice";
	}

}
