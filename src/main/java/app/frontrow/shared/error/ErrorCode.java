package app.frontrow.shared.error;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import app.frontrow.shared.store.StoreOutageDetector;

import org.springframework.http.HttpStatus;

/**
 * A code that an answer of the API carries when it is not a success. The codes here are
 * those of any request; a {@link Refusal} of a module has its code as its constant
 * {@code CODE}. The texts for people are {@code error.<code>.title} and
 * {@code error.<code>.detail} in the bundle of the module.
 *
 * @param code the stable name that clients rely on, for example {@code not-found}
 * @param status the HTTP status of the answer
 * @param advice for authors of clients: what to do, as half a sentence
 * @param details the members that the answer has, in the order of the text's arguments
 */
public record ErrorCode(String code, HttpStatus status, String advice, List<Detail> details) implements Serializable {

	private static final Detail RETRY = Detail.number("retryAfterSeconds", "As in the header `Retry-After`",
			StoreOutageDetector.RETRY_AFTER_SECONDS);

	/** A field is missing or out of bounds. */
	public static final ErrorCode VALIDATION_FAILED = new ErrorCode("validation-failed", HttpStatus.BAD_REQUEST,
			"correct the fields in `errors: [{field, message}]`");

	/** The request cannot be read at all. */
	public static final ErrorCode MALFORMED_REQUEST = new ErrorCode("malformed-request", HttpStatus.BAD_REQUEST,
			"send readable JSON to a plain path");

	/** Nobody is logged in. */
	public static final ErrorCode NOT_AUTHENTICATED = new ErrorCode("not-authenticated", HttpStatus.UNAUTHORIZED,
			"log in (every 401 has `WWW-Authenticate: Bearer`)");

	/** Username and password do not belong together. */
	public static final ErrorCode BAD_CREDENTIALS = new ErrorCode("bad-credentials", HttpStatus.UNAUTHORIZED,
			"ask for username and password again");

	/** The member may not do this. */
	public static final ErrorCode FORBIDDEN = new ErrorCode("forbidden", HttpStatus.FORBIDDEN,
			"only administrators may do this");

	/** It does not exist, or it belongs to somebody else. */
	public static final ErrorCode NOT_FOUND = new ErrorCode("not-found", HttpStatus.NOT_FOUND,
			"it does not exist, or is another member's");

	/** The path exists, but not with this method. */
	public static final ErrorCode METHOD_NOT_ALLOWED = new ErrorCode("method-not-allowed",
			HttpStatus.METHOD_NOT_ALLOWED, "use a method that the header `Allow` names");

	/** No representation that the client accepts. */
	public static final ErrorCode NOT_ACCEPTABLE = new ErrorCode("not-acceptable", HttpStatus.NOT_ACCEPTABLE,
			"accept `application/json`");

	/** The body is in a format that is not read here. */
	public static final ErrorCode UNSUPPORTED_MEDIA_TYPE = new ErrorCode("unsupported-media-type",
			HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send `application/json`");

	/** More requests in a short time than a person needs. */
	public static final ErrorCode TOO_MANY_REQUESTS = new ErrorCode("too-many-requests", HttpStatus.TOO_MANY_REQUESTS,
			"wait for `Retry-After`; nothing was done, no place is lost", RETRY);

	/** Something went wrong that is not the caller's doing. */
	public static final ErrorCode INTERNAL_ERROR = new ErrorCode("internal-error", HttpStatus.INTERNAL_SERVER_ERROR,
			"an error of ours; look before you repeat");

	/** A store is down; nothing was done. */
	public static final ErrorCode TEMPORARILY_UNAVAILABLE = new ErrorCode("temporarily-unavailable",
			HttpStatus.SERVICE_UNAVAILABLE, "nothing was done; repeat after `Retry-After`", RETRY);

	/** The codes of any request. */
	static final List<ErrorCode> GENERAL = List.of(VALIDATION_FAILED, MALFORMED_REQUEST, NOT_AUTHENTICATED,
			BAD_CREDENTIALS, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE,
			TOO_MANY_REQUESTS, INTERNAL_ERROR, TEMPORARILY_UNAVAILABLE);

	/**
	 * A code.
	 * @param details the members that the answer has, in the order of the text's
	 * arguments
	 */
	public ErrorCode(String code, HttpStatus status, String advice, Detail... details) {
		this(code, status, advice, List.of(details));
	}

	/**
	 * The arguments of the text for people.
	 * @param values of the details, by name
	 */
	public Object[] arguments(Map<String, Object> values) {
		return this.details.stream().map((detail) -> detail.argument(values.get(detail.name()))).toArray();
	}

	@Override
	public String toString() {
		return this.code;
	}

}
