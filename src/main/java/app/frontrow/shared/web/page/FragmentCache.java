package app.frontrow.shared.web.page;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Parts of pages that are the same for everybody who is shown the same things: they are
 * rendered once a second at most. A template takes one in by
 * {@code th:utext="${@fragments.render('things/_cards', 'cards', page.items)}"}, and its
 * fragment knows that value as {@code shown} and nothing of the visitor. It contains no
 * form.
 */
@Component("fragments")
public class FragmentCache {

	/** Parts tell the time, so they are not kept for longer. */
	private static final Duration LIFETIME = Duration.ofSeconds(1);

	/** Characters of all parts together. */
	private static final long MAX_CHARACTERS = 16_000_000;

	private final Cache<Key, String> parts = Caffeine.newBuilder()
		.expireAfterWrite(LIFETIME)
		.maximumWeight(MAX_CHARACTERS)
		.weigher((Key key, String part) -> part.length())
		.build();

	private final ITemplateEngine templates;

	private final ApplicationContext beans;

	FragmentCache(@Lazy ITemplateEngine templates, ApplicationContext beans) {
		this.templates = templates;
		this.beans = beans;
	}

	/**
	 * The HTML of a fragment in the language of the request at work.
	 * @param template the template that has the fragment
	 * @param fragment name of the fragment
	 * @param shown all that the fragment shows; compared by {@code equals}
	 */
	public String render(String template, String fragment, Object shown) {
		Key key = new Key(template, fragment, LocaleContextHolder.getLocale(), shown);
		return this.parts.get(key, this::render);
	}

	private String render(Key key) {
		ServletRequestAttributes work = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
		JakartaServletWebApplication application = JakartaServletWebApplication
			.buildApplication(work.getRequest().getServletContext());
		WebContext context = new WebContext(application.buildExchange(work.getRequest(), work.getResponse()),
				key.locale(), Map.of("shown", key.shown()));
		context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.beans, null));
		return this.templates
			.process(new TemplateSpec(key.template(), Set.of(key.fragment()), TemplateMode.HTML, Map.of()), context);
	}

	private record Key(String template, String fragment, Locale locale, Object shown) {
	}

}
