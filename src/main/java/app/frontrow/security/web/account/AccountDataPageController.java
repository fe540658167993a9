package app.frontrow.security.web.account;

import java.util.Map;

import app.frontrow.members.Member;
import app.frontrow.security.account.AccountDeletionService;
import app.frontrow.security.account.AccountExportService;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A member's data as a file, and the end of the account.
 */
@PageController
@RequestMapping("/me/account")
class AccountDataPageController {

	private final AccountExportService exports;

	private final AccountDeletionService deletions;

	private final FlashMessageWriter flashes;

	AccountDataPageController(AccountExportService exports, AccountDeletionService deletions,
			FlashMessageWriter flashes) {
		this.exports = exports;
		this.deletions = deletions;
		this.flashes = flashes;
	}

	@GetMapping("/export")
	ResponseEntity<Map<String, Object>> export(@AuthenticationPrincipal Member member) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"frontrow-data.json\"")
			.body(this.exports.export(member));
	}

	/**
	 * Redirects to the page of the form. A browser gets here if somebody opens the
	 * address that the form is sent to.
	 */
	@GetMapping("/delete")
	String redirectToAccount() {
		return "redirect:/me/account";
	}

	@PostMapping("/delete")
	String delete(@RequestParam(defaultValue = "") String currentPassword, @AuthenticationPrincipal Member member,
			HttpServletRequest request, RedirectAttributes redirect) throws ServletException {
		try {
			this.deletions.delete(member, currentPassword);
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal, "delete-password", "account.password.current", null);
			return "redirect:/me/account";
		}
		request.logout();
		this.flashes.addNotice(redirect, "flash.account-deleted");
		return "redirect:/";
	}

}
