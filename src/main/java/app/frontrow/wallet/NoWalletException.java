package app.frontrow.wallet;

/**
 * The member has never topped up, so there is no row to change. It rolls back the
 * transaction.
 */
class NoWalletException extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
