package app.frontrow.office.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import app.frontrow.members.Member;
import app.frontrow.office.export.ExportKind;
import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.shared.StaffRole;
import app.frontrow.staff.StaffAccessService;
import app.frontrow.staff.StaffScope;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives the pages of the ticket office their menu. It has only the pages that the
 * member's roles open.
 */
@ControllerAdvice(basePackageClasses = OfficePageAdvice.class)
class OfficePageAdvice {

	/**
	 * The pages of the menu besides the list of concerts, with the roles that open them.
	 */
	private static final Map<String, Set<StaffRole>> PAGES = new LinkedHashMap<>();

	private static final Set<String> FOR_ONE_CONCERT = Set.of("orders", "exports", "security");

	static {
		PAGES.put("orders", OfficeOrderService.READERS);
		PAGES.put("texts", Set.of(StaffRole.PROGRAMME));
		PAGES.put("reconciliation", Set.of(StaffRole.FINANCE));
		PAGES.put("exports", ExportKind.ORDERS.roles());
		PAGES.put("staff", Set.of(StaffRole.OWNER));
		PAGES.put("trail", Set.of(StaffRole.OWNER));
		PAGES.put("webhooks", Set.of(StaffRole.OWNER));
		PAGES.put("security", Set.of(StaffRole.values()));
	}

	private static final Set<StaffRole> BOX_OFFICE = Set.of(StaffRole.BOX_OFFICE);

	private static final Set<StaffRole> PROGRAMME = Set.of(StaffRole.PROGRAMME);

	private final StaffAccessService staff;

	OfficePageAdvice(StaffAccessService staff) {
		this.staff = staff;
	}

	@ModelAttribute("officePages")
	Set<String> findPages(@AuthenticationPrincipal Member member) {
		return PAGES.entrySet()
			.stream()
			.filter((page) -> isOpen(page.getKey(), this.staff.getScope(member.id(), page.getValue())))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** The concerts whose seats and orders the member may change. */
	@ModelAttribute("boxOffice")
	StaffScope findBoxOffice(@AuthenticationPrincipal Member member) {
		return this.staff.getScope(member.id(), BOX_OFFICE);
	}

	/**
	 * The concerts that the member may change. Only a role for all concerts may add
	 * concerts.
	 */
	@ModelAttribute("programme")
	StaffScope findProgramme(@AuthenticationPrincipal Member member) {
		return this.staff.getScope(member.id(), PROGRAMME);
	}

	/**
	 * Some pages also accept a role for one concert. The others need a role for all
	 * concerts.
	 */
	private static boolean isOpen(String page, StaffScope scope) {
		return FOR_ONE_CONCERT.contains(page) ? !scope.isEmpty() : scope.isEverything();
	}

}
