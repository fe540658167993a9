package app.frontrow.shared.error;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import app.frontrow.shared.store.StoreOutageDetector;

import org.springframework.http.HttpStatus;

/**
 * The code of an API answer that is not a success. The constants here are the codes that
 * any request can get. A {@link Refusal} of a module declares its own code as its
 * constant {@code CODE}. The texts for people are {@code error.<code>.title} and
 * {@code error.<code>.detail} in the bundle of the module.
 *
 * @param code the stable name that clients rely on, for example {@code not-found}
 * @param status the HTTP status of the answer
 * @param advice what the author of a client should do, as half a sentence
 * @param details the members that the answer has, in the order of the text's arguments
 */
public record ErrorCode(String code, HttpStatus status, String advice, List<Detail> details) implements Serializable {

	private static final Detail RETRY = Detail.number("retryAfterSeconds", "As in the header `Retry-After`",
			StoreOutageDetector.RETRY_AFTER_SECONDS);

	/** A field is missing or has a value that is not allowed. */
	public static final ErrorCode VALIDATION_FAILED = new ErrorCode("validation-failed", HttpStatus.BAD_REQUEST,
			"correct the fields in `errors: [{field, message}]`");

	/** The request cannot be parsed. */
	public static final ErrorCode MALFORMED_REQUEST = new ErrorCode("malformed-request", HttpStatus.BAD_REQUEST,
			"send readable JSON to a plain path");

	/** The request has no valid access token or session. */
	public static final ErrorCode NOT_AUTHENTICATED = new ErrorCode("not-authenticated", HttpStatus.UNAUTHORIZED,
			"log in (every 401 has `WWW-Authenticate: Bearer`)");

	/** The username does not exist or the password is wrong. */
	public static final ErrorCode BAD_CREDENTIALS = new ErrorCode("bad-credentials", HttpStatus.UNAUTHORIZED,
			"ask for username and password again");

	/** The member may not do this. */
	public static final ErrorCode FORBIDDEN = new ErrorCode("forbidden", HttpStatus.FORBIDDEN,
			"your role does not allow this");

	/** The member of the staff has logged in with the password alone. */
	public static final ErrorCode SECOND_FACTOR_REQUIRED = new ErrorCode("second-factor-required", HttpStatus.FORBIDDEN,
			"`POST /sessions/second-factor` with a code; set one up at `/office/security` in a browser");

	/** The resource does not exist, or it belongs to another member. */
	public static final ErrorCode NOT_FOUND = new ErrorCode("not-found", HttpStatus.NOT_FOUND,
			"it does not exist, or is another member's");

	/** The path does not support this HTTP method. */
	public static final ErrorCode METHOD_NOT_ALLOWED = new ErrorCode("method-not-allowed",
			HttpStatus.METHOD_NOT_ALLOWED, "use a method that the header `Allow` names");

	/** The client does not accept JSON. */
	public static final ErrorCode NOT_ACCEPTABLE = new ErrorCode("not-acceptable", HttpStatus.NOT_ACCEPTABLE,
			"accept `application/json`");

	/** The body has a format that the endpoint does not read. */
	public static final ErrorCode UNSUPPORTED_MEDIA_TYPE = new ErrorCode("unsupported-media-type",
			HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send `application/json`");

	/** The caller sent more requests in a short time than the limit allows. */
	public static final ErrorCode TOO_MANY_REQUESTS = new ErrorCode("too-many-requests", HttpStatus.TOO_MANY_REQUESTS,
			"wait for `Retry-After`; nothing was done, no place is lost", RETRY);

	/** The request failed because of a fault in the product. */
	public static final ErrorCode INTERNAL_ERROR = new ErrorCode("internal-error", HttpStatus.INTERNAL_SERVER_ERROR,
			"this is our fault; check the result before you repeat the request");

	/** MySQL or Redis is not available; the request changed nothing. */
	public static final ErrorCode TEMPORARILY_UNAVAILABLE = new ErrorCode("temporarily-unavailable",
			HttpStatus.SERVICE_UNAVAILABLE, "nothing was done; repeat after `Retry-After`", RETRY);

	/** The codes that any request can get. */
	static final List<ErrorCode> GENERAL = List.of(VALIDATION_FAILED, MALFORMED_REQUEST, NOT_AUTHENTICATED,
			BAD_CREDENTIALS, FORBIDDEN, SECOND_FACTOR_REQUIRED, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE,
			UNSUPPORTED_MEDIA_TYPE, TOO_MANY_REQUESTS, INTERNAL_ERROR, TEMPORARILY_UNAVAILABLE);

	/**
	 * Makes a code.
	 * @param details the members that the answer has, in the order of the text's
	 * arguments
	 */
	public ErrorCode(String code, HttpStatus status, String advice, Detail... details) {
		this(code, status, advice, List.of(details));
	}

	/**
	 * Returns the arguments of the text for people.
	 * @param values the values of the details, by name
	 */
	public Object[] arguments(Map<String, Object> values) {
		return this.details.stream().map((detail) -> detail.argument(values.get(detail.name()))).toArray();
	}

	@Override
	public String toString() {
		return this.code;
	}

}
