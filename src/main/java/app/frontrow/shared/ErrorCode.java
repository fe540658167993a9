package app.frontrow.shared;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * The error vocabulary of the API: every answer that is not a success carries one of
 * these, and no other. The texts for people are in the bundle {@code i18n/errors}.
 */
public enum ErrorCode {

	/** A field is missing or out of bounds. */
	VALIDATION_FAILED(HttpStatus.BAD_REQUEST),
	/** The request cannot be read at all. */
	MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
	/** Nobody is logged in. */
	NOT_AUTHENTICATED(HttpStatus.UNAUTHORIZED),
	/** Username and password do not belong together. */
	BAD_CREDENTIALS(HttpStatus.UNAUTHORIZED),
	/** The queue token is missing, malformed, forged or another member's. */
	QUEUE_TOKEN_INVALID(HttpStatus.UNAUTHORIZED),
	/** The member may not do this. */
	FORBIDDEN(HttpStatus.FORBIDDEN),
	/** The concert or show is not on sale now. */
	SALES_NOT_OPEN(HttpStatus.FORBIDDEN),
	/** The queue token is good, but its member still waits. */
	NOT_YOUR_TURN(HttpStatus.FORBIDDEN),
	/** The queue token is for another concert. */
	QUEUE_TOKEN_WRONG_CONCERT(HttpStatus.FORBIDDEN),
	/** It does not exist, or it belongs to somebody else. */
	NOT_FOUND(HttpStatus.NOT_FOUND),
	/** The path exists, but not with this method. */
	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
	/** No representation that the client accepts. */
	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
	/** At least one of the seats is held or sold. */
	SEAT_TAKEN(HttpStatus.CONFLICT),
	/** The balance is lower than the price. */
	INSUFFICIENT_BALANCE(HttpStatus.CONFLICT),
	/** The reservation is paid already. */
	ALREADY_PAID(HttpStatus.CONFLICT),
	/** The reservation is over, or its show has begun. */
	NOT_CANCELLABLE(HttpStatus.CONFLICT),
	/** The balance would grow beyond its limit. */
	BALANCE_LIMIT_EXCEEDED(HttpStatus.CONFLICT),
	/** The seats cost something else than the member was shown. */
	PRICE_CHANGED(HttpStatus.CONFLICT),
	/** The seats cost more than a balance can be. */
	TOTAL_TOO_HIGH(HttpStatus.CONFLICT),
	/** The member would have more seats of the concert than one may have. */
	SEAT_LIMIT_EXCEEDED(HttpStatus.CONFLICT),
	/** Somebody has this username. */
	USERNAME_TAKEN(HttpStatus.CONFLICT),
	/** Seats of the concert are held or sold. */
	CONCERT_HAS_SALES(HttpStatus.CONFLICT),
	/** Sales have opened, or open within a minute, and cannot be put off. */
	OPENING_IS_FIXED(HttpStatus.CONFLICT),
	/** A change leaves out shows that it does not ask to withdraw. */
	SHOWS_LEFT_OUT(HttpStatus.CONFLICT),
	/** Every seat of the concert is sold. */
	SOLD_OUT(HttpStatus.CONFLICT),
	/** The first request with this idempotency key is still at work. */
	REQUEST_IN_PROGRESS(HttpStatus.CONFLICT),
	/** The pass or the place in the queue has ended. */
	QUEUE_TOKEN_EXPIRED(HttpStatus.GONE),
	/** The hold has ended. */
	HOLD_EXPIRED(HttpStatus.GONE),
	/** The body is in a format that is not read here. */
	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
	/** The idempotency key was used before for something else. */
	IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
	/** More requests in a short time than a person needs. */
	TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
	/** Something went wrong that is not the caller's doing. */
	INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
	/** A store is down; nothing was done. */
	TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

	private final HttpStatus status;

	private final String code;

	ErrorCode(HttpStatus status) {
		this.status = status;
		this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The HTTP status of an answer with this code.
	 */
	public HttpStatus status() {
		return this.status;
	}

	/**
	 * The stable name that clients rely on, for example {@code seat-taken}.
	 */
	public String code() {
		return this.code;
	}

}
