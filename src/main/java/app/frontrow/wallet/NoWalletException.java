package app.frontrow.wallet;

/**
 * The member has never topped up. It breaks a transaction off that needs a wallet.
 */
class NoWalletException extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
