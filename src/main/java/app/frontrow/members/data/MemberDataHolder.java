package app.frontrow.members.data;

import java.util.UUID;

/**
 * Exports and deletes the personal data of one module. Each module that stores personal
 * data implements this.
 */
public interface MemberDataHolder {

	/** The name of the part in the export, for example {@code wallet}. */
	String name();

	/** Returns all stored data of the member, as values that become JSON. */
	Object export(UUID memberId);

	/**
	 * Refuses to end the account while something must be settled first. This runs in the
	 * transaction that ends the account, and may lock rows.
	 * @throws app.frontrow.shared.error.Refusal if something must be settled first
	 */
	default void requireSettled(UUID memberId) {
	}

	/** Deletes the personal data, in the transaction that ends the account. */
	default void erase(UUID memberId) {
	}

}
