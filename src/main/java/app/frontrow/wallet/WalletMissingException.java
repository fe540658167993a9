package app.frontrow.wallet;

/**
 * Rolls back a transaction that needs a wallet, before the first top-up.
 */
public class WalletMissingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
