package app.frontrow.office.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;
import app.frontrow.shared.web.http.ScopeReader;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Which role may use which part of the ticket office. Members who were invited may take
 * the role of their link. What is not named here is for the owners.
 */
@Component
class OfficeAccessRules implements AccessRules {

	private static final Set<StaffRole> ANYBODY = EnumSet.allOf(StaffRole.class);

	private static final Set<StaffRole> PROGRAMME = Set.of(StaffRole.PROGRAMME);

	private static final Set<StaffRole> FINANCE = Set.of(StaffRole.FINANCE);

	/** Slices of tests have no orders. */
	private final ObjectProvider<OfficeOrderService> orders;

	OfficeAccessRules(ObjectProvider<OfficeOrderService> orders) {
		this.orders = orders;
	}

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.members("/office/invitations/*"),
				AccessRule.staff(ANYBODY, "/office", ApiPaths.V1 + "/office/concerts").filtered(),
				AccessRule.staff(ANYBODY, ApiPaths.V1 + "/office/concerts/{id}").about(ScopeReader.ofVariable("id")),
				AccessRule.staff(PROGRAMME, "/office/concerts/new", "/office/texts/**"),
				AccessRule
					.staff(PROGRAMME, "/office/concerts/{id}/edit", "/office/concerts/{id}/preview",
							"/office/concerts/{id}/withdraw")
					.about(ScopeReader.ofVariable("id")),
				AccessRule.staff(OfficeOrderService.READERS, "/office/orders", ApiPaths.V1 + "/office/orders")
					.filtered(),
				AccessRule
					.staff(OfficeOrderService.READERS, "/office/orders/{id}/**", ApiPaths.V1 + "/office/orders/{id}")
					.about(this::readConcertOfOrder),
				AccessRule.staff(FINANCE, "/office/reconciliation", "/admin/**", ApiPaths.V1 + "/admin/reconciliation"),
				AccessRule.owners("/office/**", ApiPaths.V1 + "/office/**"));
	}

	private OptionalLong readConcertOfOrder(Map<String, String> variables) {
		return OptionalLong.of(this.orders.getObject().getConcertId(readId(variables.get("id"))));
	}

	private static UUID readId(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException malformed) {
			throw new NotFoundException();
		}
	}

}
