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
 * Renders parts of pages that are the same for all visitors, at most once a second each.
 * A template includes such a part by
 * {@code th:utext="${@fragments.render('things/_cards', 'cards', page.items)}"}. The
 * fragment has the value as {@code shown}. It knows nothing about the visitor, so it must
 * contain no form.
 */
@Component("fragments")
public class FragmentCache {

	/** Some parts show times, so they must not be older. */
	private static final Duration LIFETIME = Duration.ofSeconds(1);

	/** The largest number of characters of all parts together. */
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
	 * Returns the HTML of a fragment in the language of the current request.
	 * @param template the template that contains the fragment
	 * @param fragment name of the fragment
	 * @param shown the data of the fragment; it is part of the cache key, so it needs
	 * {@code equals}
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
