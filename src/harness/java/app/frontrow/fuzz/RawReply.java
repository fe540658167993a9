package app.frontrow.fuzz;

import java.util.List;
import java.util.Locale;

/**
 * What came back over the wire.
 *
 * @param status 0 if the connection was closed without an answer
 * @param headers names in lower case, and values
 * @param body as UTF-8
 */
public record RawReply(int status, List<Header> headers, String body) {

	/** The connection was closed. */
	static final RawReply NONE = new RawReply(0, List.of(), "");

	/** The first value of a header, or null. */
	public String header(String name) {
		return all(name).stream().findFirst().orElse(null);
	}

	/** Every value of a header. */
	public List<String> all(String name) {
		return this.headers.stream()
			.filter((header) -> header.name().equals(name.toLowerCase(Locale.ROOT)))
			.map(Header::value)
			.toList();
	}

	/** What the body is, without its charset; empty if there is none. */
	public String type() {
		String type = header("content-type");
		return (type != null) ? type.replaceFirst(";.*", "").strip() : "";
	}

	/**
	 * One line of the head.
	 */
	record Header(String name, String value) {
	}

}
