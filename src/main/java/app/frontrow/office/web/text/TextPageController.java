package app.frontrow.office.web.text;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.site.SitePage;
import app.frontrow.site.SiteText;
import app.frontrow.site.SiteTextService;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages on which the programme changes the texts of the site.
 */
@PageController
class TextPageController {

	private static final String PATH = "/office/texts";

	private static final String EDIT = PATH + "/{page}/{language}";

	private final SiteTextService texts;

	private final FlashMessageWriter flashes;

	TextPageController(SiteTextService texts, FlashMessageWriter flashes) {
		this.texts = texts;
		this.flashes = flashes;
	}

	@GetMapping(PATH)
	String list(Model model) {
		model.addAttribute("pages", SitePage.values());
		model.addAttribute("languages", SiteTextService.LANGUAGES);
		return "office/texts";
	}

	@GetMapping(EDIT)
	String show(@PathVariable String page, @PathVariable String language, Model model) {
		SiteText text = this.texts.get(find(page, language), language);
		model.addAttribute("form", new TextForm(text.markdown(), text.version()));
		return edit(page, language, model);
	}

	@PostMapping(EDIT)
	String change(@PathVariable String page, @PathVariable String language, @ModelAttribute("form") TextForm form,
			BindingResult result, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		SitePage changed = find(page, language);
		try {
			this.texts.change(new SiteText(changed, language, form.lines(), form.version()));
			this.flashes.addNotice(redirect, "flash.text-saved");
			return "redirect:" + EDIT;
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
			FormErrorMapper.answer(response, model, invalid.code(), PATH + "/" + page + "/" + language);
			return edit(page, language, model);
		}
	}

	private static SitePage find(String page, String language) {
		return SitePage.find(page)
			.filter((found) -> SiteTextService.LANGUAGES.contains(language))
			.orElseThrow(NotFoundException::new);
	}

	private static String edit(String page, String language, Model model) {
		model.addAttribute("page", page);
		model.addAttribute("language", language);
		return "office/text";
	}

}
