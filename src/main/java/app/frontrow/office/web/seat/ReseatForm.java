package app.frontrow.office.web.seat;

/**
 * The exchange of a seat, as the page sends it.
 *
 * @param idempotencyKey of the page view
 */
record ReseatForm(Integer from, Integer to, String reason, String idempotencyKey) {

	static ReseatForm empty() {
		return new ReseatForm(null, null, "", null);
	}

}
