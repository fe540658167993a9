package app.frontrow.wishes;

import app.frontrow.catalogue.concert.SaleStatus;

/**
 * What a member wants to be told about a concert.
 */
public enum WishKind {

	/** When sales open. */
	OPENING(SaleStatus.UPCOMING),

	/** When a sold-out concert has seats again. */
	RETURNED(SaleStatus.SOLD_OUT);

	private final SaleStatus before;

	WishKind(SaleStatus before) {
		this.before = before;
	}

	/** Returns whether a member can have this wish while the sale is in this state. */
	public boolean fits(SaleStatus status) {
		return status == this.before;
	}

}
