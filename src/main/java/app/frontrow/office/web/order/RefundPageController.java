package app.frontrow.office.web.order;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import app.frontrow.booking.refund.Refund;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.members.Member;
import app.frontrow.office.order.OfficeOrderService;
import app.frontrow.office.order.RefundOfficeService;
import app.frontrow.office.order.RefundOfficeService.RefundTerms;
import app.frontrow.shared.MoneyFormatter;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.FormKeyGenerator;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form of an order that refunds tickets. It can calculate the sum first, so it works
 * without scripts.
 */
@PageController
class RefundPageController {

	private static final String PATH = "/office/orders/{id}/refunds";

	private static final String ORDER = "redirect:/office/orders/{id}";

	private final OfficeOrderService orders;

	private final RefundOfficeService refunds;

	private final RefundFormFactory forms;

	private final IdempotencyService requests;

	private final FlashMessageWriter flashes;

	private final MoneyFormatter money;

	RefundPageController(OfficeOrderService orders, RefundOfficeService refunds, RefundFormFactory forms,
			IdempotencyService requests, FlashMessageWriter flashes, MoneyFormatter money) {
		this.orders = orders;
		this.refunds = refunds;
		this.forms = forms;
		this.requests = requests;
		this.flashes = flashes;
		this.money = money;
	}

	/** The browser comes here if a log-in or an outage interrupted the form. */
	@GetMapping(PATH)
	String redirectToOrder(@PathVariable UUID id) {
		return ORDER;
	}

	/**
	 * Refunds the ticked tickets, or only calculates their sum.
	 * @param ticket codes of the ticked tickets
	 * @param percent how much of the price is kept, as the page showed it
	 */
	@PostMapping(PATH)
	String refund(@PathVariable UUID id, @RequestParam(defaultValue = "") String[] ticket,
			@RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "false") boolean organiserAtFault,
			@RequestParam(required = false) @Nullable Integer percent,
			@RequestParam(defaultValue = "refund") String action,
			@RequestParam(name = FormKeyGenerator.FIELD, required = false) @Nullable String key,
			@AuthenticationPrincipal Member member, HttpServletResponse response, Locale locale, Model model,
			RedirectAttributes redirect) {
		List<String> chosen = Arrays.stream(ticket).distinct().toList();
		if (action.equals("calculate")) {
			return page(id, this.forms.create(id, Set.copyOf(chosen), organiserAtFault, reason, null), model);
		}
		try {
			Refund refund = this.requests.awaitResult(() -> this.refunds.refund(member, id, chosen,
					new RefundTerms(reason, organiserAtFault, organiserAtFault ? null : percent), key));
			this.flashes.addNotice(redirect, "flash.order-refunded", refund.number(),
					this.money.format(refund.amount()), this.money.format(refund.fee()));
			return ORDER;
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.answer(response, model, invalid.code(), "/office/orders/" + id);
			return page(id, this.forms.create(id, Set.copyOf(chosen), organiserAtFault, reason,
					this.flashes.create(invalid).text()), model);
		}
		catch (Refusal refusal) {
			FormErrorMapper.answer(response, model, refusal.code(), "/office/orders/" + id);
			model.addAttribute(FlashMessage.ATTRIBUTE, this.flashes.create(refusal));
			return page(id, this.forms.create(id, Set.copyOf(chosen), organiserAtFault, reason, null), model);
		}
	}

	private String page(UUID id, @Nullable RefundForm form, Model model) {
		model.addAttribute("detail", this.orders.get(id));
		model.addAttribute("refund", form);
		return "office/order";
	}

}
