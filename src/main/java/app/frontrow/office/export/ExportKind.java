package app.frontrow.office.export;

import java.util.Locale;
import java.util.Set;

import app.frontrow.shared.StaffRole;

/**
 * What can be exported, with the roles besides the owner's that may do it.
 */
public enum ExportKind {

	ORDERS(StaffRole.FINANCE, StaffRole.BOX_OFFICE), TICKETS(StaffRole.FINANCE, StaffRole.BOX_OFFICE),
	LEDGER(StaffRole.FINANCE), SETTLEMENT(StaffRole.FINANCE), QUEUE(StaffRole.FINANCE);

	private final Set<StaffRole> roles;

	ExportKind(StaffRole... roles) {
		this.roles = Set.of(roles);
	}

	public Set<StaffRole> roles() {
		return this.roles;
	}

	/** The name in addresses, for example {@code orders}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
