package app.frontrow.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request in the making, which can still be spoiled in every part.
 */
final class RequestDraft {

	final String operation;

	final String method;

	final String caller;

	String verb;

	String path;

	final List<String> query = new ArrayList<>();

	final List<Map.Entry<String, String>> headers = new ArrayList<>();

	byte[] body;

	String version = "HTTP/1.1";

	/** What the length of the body is said to be; null for the truth. */
	String length;

	/** Whether the container, not the product, may have the word on it. */
	boolean broken;

	/** What was done to it. */
	final List<String> spoilt = new ArrayList<>();

	RequestDraft(String operation, String caller, String verb, String path) {
		this.operation = operation;
		this.method = verb;
		this.caller = caller;
		this.verb = verb;
		this.path = path;
	}

	/** Sets a header, in the place of another one of this name. */
	void header(String name, String value) {
		this.headers.removeIf((header) -> header.getKey().equalsIgnoreCase(name));
		if (value != null) {
			this.headers.add(Map.entry(name, value));
		}
	}

	/** Adds a header beside others of this name. */
	void another(String name, String value) {
		this.headers.add(Map.entry(name, value));
	}

	void body(String text) {
		this.body = text.getBytes(StandardCharsets.UTF_8);
	}

	/** The top-up of a refused payment stands, so such a request may change something. */
	boolean topsUp() {
		return this.operation.equals("POST /api/v1/payments") && toString().contains("topUp");
	}

	/** Whether the request only asks, if it is understood at all. */
	boolean isSafe() {
		return List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(this.verb);
	}

	byte[] bytes() {
		StringBuilder head = new StringBuilder(this.verb).append(' ').append(this.path);
		if (!this.query.isEmpty()) {
			head.append('?').append(String.join("&", this.query));
		}
		head.append(this.version.isEmpty() ? "" : " ").append(this.version).append("\r\n");
		this.headers
			.forEach((header) -> head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
		if (this.length != null) {
			head.append(this.length);
		}
		else if (this.body != null) {
			head.append("Content-Length: ").append(this.body.length).append("\r\n");
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
		if (this.body != null) {
			bytes.writeBytes(this.body);
		}
		return bytes.toByteArray();
	}

	@Override
	public String toString() {
		String text = new String(bytes(), StandardCharsets.UTF_8);
		return this.operation + " by " + this.caller + ", spoilt by " + this.spoilt + ":\n"
				+ ((text.length() > 3000) ? text.substring(0, 3000) + "… (" + text.length() + " characters)" : text);
	}

}
