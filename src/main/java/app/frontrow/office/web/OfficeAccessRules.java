package app.frontrow.office.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.office.seat.SeatOfficeService;
import app.frontrow.office.showchange.ShowChangeOfficeService;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;
import app.frontrow.shared.web.http.ScopeReader;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Which role may use which part of the ticket office. Every member may open an invitation
 * link and take its role. All addresses that are not listed here are for the owners.
 */
@Component
class OfficeAccessRules implements AccessRules {

	private static final Set<StaffRole> ANYBODY = EnumSet.allOf(StaffRole.class);

	private static final Set<StaffRole> PROGRAMME = Set.of(StaffRole.PROGRAMME);

	private static final Set<StaffRole> FINANCE = Set.of(StaffRole.FINANCE);

	private static final Set<StaffRole> BOX_OFFICE = Set.of(StaffRole.BOX_OFFICE);

	private static final Set<StaffRole> SALES = Set.of(StaffRole.FINANCE, StaffRole.BOX_OFFICE);

	/** Tests that start only some controllers have no orders. */
	private final ObjectProvider<OfficeOrderService> orders;

	/** Tests that start only some controllers have no seats. */
	private final ObjectProvider<SeatOfficeService> seats;

	private final ObjectProvider<ShowChangeOfficeService> showChanges;

	OfficeAccessRules(ObjectProvider<OfficeOrderService> orders, ObjectProvider<SeatOfficeService> seats,
			ObjectProvider<ShowChangeOfficeService> showChanges) {
		this.orders = orders;
		this.seats = seats;
		this.showChanges = showChanges;
	}

	@Override
	public List<AccessRule> rules() {
		return List.of(AccessRule.members("/office/invitations/*"),
				AccessRule.staff(ANYBODY, "/office/security/**").filtered().beforeSecondFactor(),
				AccessRule.staff(ANYBODY, "/office", ApiPaths.V1 + "/office/concerts").filtered(),
				AccessRule.staff(ANYBODY, ApiPaths.V1 + "/office/concerts/{id}").about(ScopeReader.ofVariable("id")),
				AccessRule.staff(PROGRAMME, "/office/concerts/new", "/office/concerts/{id}/copy",
						ApiPaths.V1 + "/office/concerts/{id}/copies", "/office/texts/**"),
				AccessRule
					.staff(BOX_OFFICE, "/office/concerts/{id}", "/office/concerts/{id}/board",
							"/office/concerts/{id}/queue", "/office/concerts/{id}/shows",
							ApiPaths.V1 + "/office/concerts/{id}/board")
					.about(ScopeReader.ofVariable("id")),
				AccessRule
					.staff(PROGRAMME, "/office/concerts/{id}/edit", "/office/concerts/{id}/preview",
							"/office/concerts/{id}/withdraw")
					.about(ScopeReader.ofVariable("id")),
				AccessRule
					.staff(BOX_OFFICE, "/office/shows/{id}/seats", "/office/shows/{id}/cancel",
							"/office/shows/{id}/move", ApiPaths.V1 + "/office/shows/{id}/blocks",
							ApiPaths.V1 + "/office/shows/{id}/complimentary",
							ApiPaths.V1 + "/office/shows/{id}/cancellation", ApiPaths.V1 + "/office/shows/{id}/move")
					.about(this::readConcertOfShow),
				AccessRule.staff(BOX_OFFICE, ApiPaths.V1 + "/office/jobs/{id}").about(this::readConcertOfJob),
				AccessRule.staff(OfficeOrderService.READERS, "/office/orders", ApiPaths.V1 + "/office/orders")
					.filtered(),
				AccessRule
					.staff(BOX_OFFICE, "/office/orders/{id}/refunds", "/office/orders/{id}/reseat",
							ApiPaths.V1 + "/office/orders/{id}/refunds", ApiPaths.V1 + "/office/orders/{id}/reseat")
					.about(this::readConcertOfOrder),
				AccessRule
					.staff(OfficeOrderService.READERS, "/office/orders/{id}/**", ApiPaths.V1 + "/office/orders/{id}")
					.about(this::readConcertOfOrder),
				AccessRule
					.staff(SALES, "/office/exports", "/office/exports/orders.*", "/office/exports/tickets.*",
							ApiPaths.V1 + "/office/exports/orders.*", ApiPaths.V1 + "/office/exports/tickets.*")
					.filtered(),
				AccessRule.staff(FINANCE, "/office/exports/*", ApiPaths.V1 + "/office/exports/*").filtered(),
				AccessRule.staff(FINANCE, "/office/reconciliation", "/admin/**", ApiPaths.V1 + "/admin/reconciliation"),
				AccessRule.owners("/office/**", ApiPaths.V1 + "/office/**"));
	}

	private OptionalLong readConcertOfOrder(Map<String, String> variables) {
		return OptionalLong.of(this.orders.getObject().getConcertId(readId(variables)));
	}

	private OptionalLong readConcertOfShow(Map<String, String> variables) {
		try {
			return OptionalLong.of(this.seats.getObject().getConcertId(Long.parseLong(variables.get("id"))));
		}
		catch (NumberFormatException malformed) {
			throw new NotFoundException();
		}
	}

	private OptionalLong readConcertOfJob(Map<String, String> variables) {
		return OptionalLong.of(this.showChanges.getObject().get(readId(variables)).concertId());
	}

	private static UUID readId(Map<String, String> variables) {
		try {
			return UUID.fromString(Objects.requireNonNull(variables.get("id")));
		}
		catch (IllegalArgumentException malformed) {
			throw new NotFoundException();
		}
	}

}
