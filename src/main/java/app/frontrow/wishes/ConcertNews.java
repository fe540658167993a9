package app.frontrow.wishes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessage.Fact;
import app.frontrow.mail.MailMessageSource;
import app.frontrow.mail.MailSettings;
import app.frontrow.push.PushMessageSource;
import app.frontrow.shared.error.NotFoundException;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes the news that members asked for, as mail and as notification. If the concert has
 * no free seats at the moment of sending, nothing is sent.
 */
@Component
class ConcertNews implements MailMessageSource, PushMessageSource {

	static final String KIND = "concert-news";

	private final WishRepository wishes;

	private final CatalogueQueryService catalogue;

	private final MessageSource texts;

	private final MailSettings settings;

	ConcertNews(WishRepository wishes, CatalogueQueryService catalogue, MessageSource texts, MailSettings settings) {
		this.wishes = wishes;
		this.catalogue = catalogue;
		this.texts = texts;
		this.settings = settings;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		Locale language = LocaleContextHolder.getLocale();
		return this.wishes.find(reference).flatMap((wish) -> findConcert(wish, language).map((concert) -> {
			String key = key(wish);
			return new MailMessage(text("wish." + key + ".title", language, concert.title()),
					List.of(text("wish." + key + ".text", language)),
					List.of(new Fact(text("wish.concert", language), concert.title()),
							new Fact(text("wish.venue", language), concert.venue())),
					text("wish.action", language), this.settings.link("/concerts/" + concert.id()));
		}));
	}

	@Override
	public Optional<PushMessage> create(UUID reference, Locale language) {
		return this.wishes.find(reference).flatMap((wish) -> findConcert(wish, language).map((concert) -> {
			String page = "/concerts/" + concert.id();
			return new PushMessage(text("wish." + key(wish) + ".title", language, concert.title()),
					text("wish." + key(wish) + ".text", language), page, page, key(wish) + "-" + concert.id());
		}));
	}

	private Optional<Concert> findConcert(Wish wish, Locale language) {
		try {
			return Optional.of(this.catalogue.getConcert(wish.concertId()).inLanguage(language.getLanguage()))
				.filter((concert) -> concert.status() == SaleStatus.ON_SALE);
		}
		catch (NotFoundException gone) {
			return Optional.empty();
		}
	}

	private static String key(Wish wish) {
		return wish.kind().name().toLowerCase(Locale.ROOT);
	}

	private String text(String key, Locale language, Object... arguments) {
		return this.texts.getMessage(key, arguments, language);
	}

}
