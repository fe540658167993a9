package app.frontrow.push;

import java.util.Map;

import app.frontrow.catalogue.CatalogueQueryService;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes the message of a call, in the language of the member's browser.
 */
@Component
class TurnCallFactory {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final CatalogueQueryService catalogue;

	private final MessageSource messages;

	TurnCallFactory(CatalogueQueryService catalogue, MessageSource messages) {
		this.catalogue = catalogue;
		this.messages = messages;
	}

	/** Returns JSON for {@code push-worker.js}, which shows it as a notification. */
	String createMessage(TurnNotice notice) {
		String page = "/concerts/" + notice.concertId();
		String title = this.catalogue.getConcert(notice.concertId()).title();
		return JSON.writeValueAsString(
				Map.of("title", this.messages.getMessage("push.turn.title", new Object[] { title }, notice.language()),
						"body", this.messages.getMessage("push.turn.text", null, notice.language()), "language",
						notice.language().getLanguage(), "tag", page, "page", page, "address", page + "/queue"));
	}

}
