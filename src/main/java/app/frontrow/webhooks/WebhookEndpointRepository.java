package app.frontrow.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the programs that get webhooks.
 */
@Repository
class WebhookEndpointRepository {

	private final JdbcClient jdbc;

	WebhookEndpointRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<WebhookEndpoint> findAll() {
		return this.jdbc
			.sql("select id, address, events, secret, created_at from webhook_endpoints order by created_at, id")
			.query((row, number) -> new WebhookEndpoint(UUID.fromString(row.getString("id")), row.getString("address"),
					Arrays.stream(row.getString("events").split(","))
						.map(WebhookType::of)
						.collect(Collectors.toUnmodifiableSet()),
					row.getString("secret"), DatabaseTimeConverter.readInstant(row, "created_at")))
			.list();
	}

	void insert(UUID id, String address, Set<WebhookType> events, String secret) {
		this.jdbc
			.sql("insert into webhook_endpoints (id, address, events, secret, created_at)"
					+ " values (:id, :address, :events, :secret, utc_timestamp(6))")
			.param("id", id.toString())
			.param("address", address)
			.param("events", events.stream().map(WebhookType::code).sorted().collect(Collectors.joining(",")))
			.param("secret", secret)
			.update();
	}

	boolean delete(UUID id) {
		return this.jdbc.sql("delete from webhook_endpoints where id = :id").param("id", id.toString()).update() == 1;
	}

}
