package app.frontrow.push;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;
import app.frontrow.mail.MailSettings;
import app.frontrow.waitingroom.CalledMemberReader;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells a member by mail that it is their turn. It is not sent if the member has used the
 * turn already, or if the turn is over.
 */
@Component
class TurnCalledMail implements MailMessageSource {

	static final String KIND = "turn-called";

	private final CalledMemberReader calledMembers;

	private final CatalogueQueryService catalogue;

	private final MessageSource texts;

	private final MailSettings settings;

	TurnCalledMail(CalledMemberReader calledMembers, CatalogueQueryService catalogue, MessageSource texts,
			MailSettings settings) {
		this.calledMembers = calledMembers;
		this.catalogue = catalogue;
		this.texts = texts;
		this.settings = settings;
	}

	/**
	 * Makes a reference for a mail about this concert: its first half is the id of the
	 * concert.
	 */
	static UUID reference(long concertId, UUID random) {
		return new UUID(concertId, random.getLeastSignificantBits());
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		long concertId = reference.getMostSignificantBits();
		if (!this.calledMembers.findCalled(concertId).contains(memberId)) {
			return Optional.empty();
		}
		Locale language = LocaleContextHolder.getLocale();
		Concert concert = this.catalogue.getConcert(concertId).inLanguage(language.getLanguage());
		return Optional
			.of(new MailMessage(this.texts.getMessage("push.turn.title", new Object[] { concert.title() }, language),
					List.of(this.texts.getMessage("push.turn.text", null, language)), List.of(),
					this.texts.getMessage("push.turn.action", null, language),
					this.settings.link("/concerts/" + concertId + "/queue")));
	}

}
