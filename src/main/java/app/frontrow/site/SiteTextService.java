package app.frontrow.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.shared.text.ReadableTextRules;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * Finds and changes the texts of the site. Each instance reads a text at most once in two
 * seconds, so a change is on all instances after that time.
 */
@Service
public class SiteTextService {

	/** The languages in which each page has a text. */
	public static final List<String> LANGUAGES = List.of("ko", "en");

	private static final int MAX_LENGTH = 20_000;

	private static final Duration LIFETIME = Duration.ofSeconds(2);

	private final SiteTextRepository texts;

	private final MarkdownRenderer renderer;

	private final RetryingTransactionExecutor transactions;

	private final ApplicationEventPublisher events;

	private final LoadingCache<Key, String> rendered = Caffeine.newBuilder()
		.expireAfterWrite(LIFETIME)
		.build((key) -> render(key));

	SiteTextService(SiteTextRepository texts, MarkdownRenderer renderer, RetryingTransactionExecutor transactions,
			ApplicationEventPublisher events) {
		this.texts = texts;
		this.renderer = renderer;
		this.transactions = transactions;
		this.events = events;
	}

	/**
	 * Returns a page as HTML, in which everything that was typed is escaped.
	 * @param language English if the page has no text in it
	 */
	public String getHtml(SitePage page, String language) {
		return this.rendered.get(new Key(page, LANGUAGES.contains(language) ? language : "en"));
	}

	/** Returns a text as it was written. It asks the database. */
	public SiteText get(SitePage page, String language) {
		return this.texts.find(page, language)
			.orElseGet(() -> new SiteText(page, language, readShipped(page, language), 0));
	}

	/**
	 * Changes a text.
	 * @param text with the version that the editor has read
	 * @throws InvalidInputException if it is empty, too long or not readable, or if
	 * somebody else has changed it in between ({@code markdown})
	 */
	public void change(SiteText text) {
		String markdown = text.markdown().strip();
		if (markdown.isEmpty() || markdown.codePointCount(0, markdown.length()) > MAX_LENGTH) {
			throw new InvalidInputException("markdown", "length", 1, MAX_LENGTH);
		}
		if (!ReadableTextRules.isLines(markdown)) {
			throw new InvalidInputException("markdown", "unreadable");
		}
		this.transactions.run(() -> {
			SiteText before = get(text.page(), text.language());
			if (!this.texts.save(new SiteText(text.page(), text.language(), markdown, text.version()))) {
				throw new InvalidInputException("markdown", "changed-meanwhile");
			}
			this.events.publishEvent(new SiteTextChanged(text.page(), text.language(), before.markdown(), markdown));
			return null;
		});
		this.rendered.invalidate(new Key(text.page(), text.language()));
	}

	private String render(Key key) {
		return this.renderer.render(get(key.page(), key.language()).markdown());
	}

	private static String readShipped(SitePage page, String language) {
		try {
			return new ClassPathResource("site-texts/" + page.code() + "_" + language + ".md")
				.getContentAsString(StandardCharsets.UTF_8)
				.strip();
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	private record Key(SitePage page, String language) {
	}

}
