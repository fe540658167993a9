package app.frontrow.office.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import app.frontrow.members.Member;
import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.shared.StaffRole;
import app.frontrow.staff.StaffAccessService;
import app.frontrow.staff.StaffScope;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives the pages of the ticket office their menu: only what the member's roles open.
 */
@ControllerAdvice(basePackageClasses = OfficePageAdvice.class)
class OfficePageAdvice {

	/** Pages besides the list of concerts, with the roles that open them. */
	private static final Map<String, Set<StaffRole>> PAGES = new LinkedHashMap<>();

	static {
		PAGES.put("orders", OfficeOrderService.READERS);
		PAGES.put("texts", Set.of(StaffRole.PROGRAMME));
		PAGES.put("reconciliation", Set.of(StaffRole.FINANCE));
		PAGES.put("staff", Set.of(StaffRole.OWNER));
		PAGES.put("trail", Set.of(StaffRole.OWNER));
	}

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

	/**
	 * Orders are shown to roles for one concert too, the other pages only to those for
	 * all.
	 */
	private static boolean isOpen(String page, StaffScope scope) {
		return page.equals("orders") ? !scope.isEmpty() : scope.isEverything();
	}

}
