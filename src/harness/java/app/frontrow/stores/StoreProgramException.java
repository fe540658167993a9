package app.frontrow.stores;

/**
 * The program of an embedded store does not run on this machine.
 */
public class StoreProgramException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	StoreProgramException(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	/** What to do about it. */
	public String remedy() {
		return this.remedy;
	}

}
