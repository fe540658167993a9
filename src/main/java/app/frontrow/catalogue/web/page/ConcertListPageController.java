package app.frontrow.catalogue.web.page;

import java.util.Locale;
import java.util.Optional;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.filter.FilterOptionsService;
import app.frontrow.catalogue.web.SearchRateLimiter;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of concerts with its search and its filters, for everybody.
 */
@PageController
class ConcertListPageController {

	private static final int PAGE_SIZE = 12;

	private static final int LAST_PAGE = 100_000;

	private final CatalogueQueryService catalogue;

	private final FilterOptionsService options;

	private final SearchRateLimiter limit;

	private final MessageSource messages;

	ConcertListPageController(CatalogueQueryService catalogue, FilterOptionsService options, SearchRateLimiter limit,
			MessageSource messages) {
		this.catalogue = catalogue;
		this.options = options;
		this.limit = limit;
		this.messages = messages;
	}

	@GetMapping("/")
	String list(ConcertListForm form, @RequestParam(defaultValue = "0") int page, HttpServletRequest request,
			HttpServletResponse response, Locale locale, Model model) {
		if (request.getParameterMap().containsKey("signed-out")) {
			model.addAttribute(FlashMessage.ATTRIBUTE,
					new FlashMessage(this.messages.getMessage("flash.signed-out", null, locale), null));
		}
		search(form, page, request, response, locale, model);
		model.addAttribute("filters", ConcertFilterView.of(form, this.options.getOptions()));
		return "concerts/list";
	}

	/** Answers with the results alone. The browser then shows a short address. */
	@HxRequest
	@GetMapping("/")
	String results(ConcertListForm form, @RequestParam(defaultValue = "0") int page, HttpServletRequest request,
			HttpServletResponse response, Locale locale, Model model) {
		search(form, page, request, response, locale, model);
		response.setHeader("HX-Replace-Url", form.toAddress());
		return "concerts/_results :: results";
	}

	/** Keeps refused input in the form and shows the reason as the result. */
	private void search(ConcertListForm form, int page, HttpServletRequest request, HttpServletResponse response,
			Locale locale, Model model) {
		model.addAttribute("q", form.q());
		model.addAttribute("filtered", form.isFiltered());
		model.addAttribute("address", form.toAddress());
		Optional<ConcertFilter> filter = form.toFilter();
		if (filter.isEmpty()) {
			FormErrorMapper.answer(response, model, ErrorCode.VALIDATION_FAILED, null);
			return;
		}
		int number = Math.min(Math.max(page, 0), LAST_PAGE);
		try {
			this.limit.check(filter.get(), ClientAddressResolver.resolve(request));
			model.addAttribute("page", this.catalogue.search(filter.get(), number, PAGE_SIZE)
				.map((concert) -> ConcertCardView.of(concert.inLanguage(locale.getLanguage()))));
		}
		catch (TooManyRequestsException tooMany) {
			FormErrorMapper.answer(response, model, tooMany, null);
		}
	}

}
