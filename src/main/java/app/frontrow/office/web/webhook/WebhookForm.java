package app.frontrow.office.web.webhook;

import java.util.List;
import java.util.Set;

import app.frontrow.webhooks.WebhookType;

/**
 * A program to be told of events, as the page sends it.
 */
record WebhookForm(String address, List<WebhookType> events) {

	String typedAddress() {
		return (this.address != null) ? this.address.strip() : "";
	}

	Set<WebhookType> chosen() {
		return (this.events != null) ? Set.copyOf(this.events) : Set.of();
	}

}
