package app.frontrow.site.web;

import java.util.Locale;

import app.frontrow.shared.web.page.PageController;
import app.frontrow.site.SitePage;
import app.frontrow.site.SiteTextService;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows help, terms and privacy in the reader's language.
 */
@PageController
class SiteTextPageController {

	private final SiteTextService texts;

	SiteTextPageController(SiteTextService texts) {
		this.texts = texts;
	}

	@GetMapping("/help")
	String showHelp(Locale locale, Model model) {
		return show(SitePage.HELP, locale, model);
	}

	@GetMapping("/terms")
	String showTerms(Locale locale, Model model) {
		return show(SitePage.TERMS, locale, model);
	}

	@GetMapping("/privacy")
	String showPrivacy(Locale locale, Model model) {
		return show(SitePage.PRIVACY, locale, model);
	}

	private String show(SitePage page, Locale locale, Model model) {
		model.addAttribute("page", page.code());
		model.addAttribute("html", this.texts.getHtml(page, locale.getLanguage()));
		return "site/text";
	}

}
