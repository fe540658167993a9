package app.frontrow.members.data;

import java.util.UUID;

/**
 * What one module keeps of a person. Each module that keeps something has one.
 */
public interface MemberDataHolder {

	/** The name of the part in the export, for example {@code wallet}. */
	String name();

	/** Everything that is kept, as values that become JSON. */
	Object export(UUID memberId);

	/**
	 * Refuses the end of the account while something is left to settle. It runs in the
	 * transaction that ends the account, and may lock rows.
	 * @throws app.frontrow.shared.error.Refusal if something is left
	 */
	default void requireSettled(UUID memberId) {
	}

	/** Deletes what is about the person, in the transaction that ends the account. */
	default void erase(UUID memberId) {
	}

}
