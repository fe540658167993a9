package app.frontrow.wallet;

/**
 * Why a balance changed.
 */
public enum LedgerEntryType {

	/** The member topped up. */
	CHARGE,

	/** The member paid. */
	PAYMENT,

	/** A payment was refunded, in full or in part. */
	REFUND,

	/** What was kept of a refund. */
	FEE

}
