package app.frontrow.office.web.webhook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.webhooks.WebhookType;
import org.jspecify.annotations.Nullable;

/**
 * A program to be told of events, as the page sends it.
 *
 * @param events names of events as they were sent; they may be unknown
 */
record WebhookForm(@Nullable String address, @Nullable List<String> events) {

	static WebhookForm withAllEvents() {
		return new WebhookForm("", Stream.of(WebhookType.values()).map(WebhookType::name).toList());
	}

	String typedAddress() {
		return (this.address != null) ? this.address.strip() : "";
	}

	/** The events that were chosen, without unknown ones. */
	Set<WebhookType> chosen() {
		return Stream.of(WebhookType.values())
			.filter((type) -> this.events != null && this.events.contains(type.name()))
			.collect(Collectors.toSet());
	}

	boolean hasUnknownEvents() {
		return this.events != null && Set.copyOf(this.events).size() != chosen().size();
	}

}
