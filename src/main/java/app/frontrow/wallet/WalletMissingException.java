package app.frontrow.wallet;

/**
 * The member has no wallet yet. It is opened with the first top-up. This exception rolls
 * back the transaction that needs the wallet.
 */
public class WalletMissingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
