package app.frontrow.shared.store;

/**
 * The keys of one page of rows: greater than {@code after}, and at most {@code to}.
 *
 * @param after the last key of the page before, {@link #BEFORE_FIRST} for the first page
 * @param to the last key of this page
 */
public record KeyRange(String after, String to) {

	/** Less than every key. */
	public static final String BEFORE_FIRST = "";

	/** Greater than every key: ids are written in digits, letters and hyphens. */
	private static final String AFTER_LAST = "~";

	/** All keys greater than this one. */
	public static KeyRange allAfter(String key) {
		return new KeyRange(key, AFTER_LAST);
	}

	/** Whether no key is greater than those of this page. */
	public boolean isLast() {
		return this.to.equals(AFTER_LAST);
	}

	/** This range, or the other one if that one ends first. */
	public KeyRange orShorter(KeyRange other) {
		return (other.to.compareTo(this.to) < 0) ? other : this;
	}

}
