package app.frontrow.shared.store;

/**
 * The range of keys of one page of rows: greater than {@code after}, and at most
 * {@code to}.
 *
 * @param after the last key of the page before, {@link #BEFORE_FIRST} for the first page
 * @param to the last key of this page
 */
public record KeyRange(String after, String to) {

	/** Less than every key. */
	public static final String BEFORE_FIRST = "";

	/** Greater than every key: ids are written in digits, letters and hyphens. */
	private static final String AFTER_LAST = "~";

	/** Makes the range of all keys that are greater than this key. */
	public static KeyRange allAfter(String key) {
		return new KeyRange(key, AFTER_LAST);
	}

	/** Returns whether this is the last page. */
	public boolean isLast() {
		return this.to.equals(AFTER_LAST);
	}

	/** Returns this range, or the other range if the other one ends first. */
	public KeyRange orShorter(KeyRange other) {
		return (other.to.compareTo(this.to) < 0) ? other : this;
	}

}
