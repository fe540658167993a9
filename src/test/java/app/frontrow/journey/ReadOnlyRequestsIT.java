package app.frontrow.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A member in the middle of a purchase and an administrator read every address. Nothing
 * changes.
 */
@Tag("database")
class ReadOnlyRequestsIT extends ProductTest {

	private String member;

	private Map<String, String> ids;

	@Test
	@ProvesRule(rule = "A link changes nothing", guard = "AccountPageController.redirectToAccount",
			brokenBy = "ending the other sessions in a GET")
	void readingChangesNothing(@Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient program = this.audience.member().comeIn(concert);
		program.charge(500_000).expect(201);
		long show = program.firstShow(concert);
		this.member = program.get("/api/v1/members/me").text("id");
		PageClient browser = PageClient.at(this.port);
		browser.logIn(program.get("/api/v1/members/me").text("username"), "correct horse");
		browser.queue(concert);
		ApiClient.Answer held = program.hold(show, 1, 2).expect(201);
		ApiClient admin = this.audience.admin();
		String session = program.get("/api/v1/sessions").text("/0/id");
		this.ids = Map.of("concerts", String.valueOf(concert), "shows", String.valueOf(show), "reservations",
				held.text("id"), "payments", held.text("/payment/id"), "members", this.member, "sessions", session);
		List<String> before = state(concert, program);
		Collection<String> addresses = readable(requestMappingHandlerMapping);

		assertThat(addresses).hasSizeGreaterThan(35).contains("/me/wallet", "/me/account", "/api/v1/wallet");
		int read = 0;
		for (String address : addresses) {
			assertThat(browser.get(address).statusCode()).as(address).isLessThan(500);
			assertThat(program.get(address).status()).as(address).isLessThan(500);
			assertThat(program.send("HEAD", address, null).status()).as(address).isLessThan(500);
			assertThat(admin.get(address).status()).as(address).isLessThan(500);
			// asking each time would be too often for one queue token
			if (++read % 2 == 0 || read == addresses.size()) {
				assertThat(state(concert, program)).as(address).isEqualTo(before);
			}
		}
	}

	private List<String> state(long concert, ApiClient program) {
		List<String> lines = new ArrayList<>(this.books.of(concert));
		lines.add(this.jdbc.sql("select concat_ws(' ', password_hash, display_name, role) from members where id = ?")
			.param(this.member)
			.query(String.class)
			.single());
		lines.addAll(
				program.get("/api/v1/sessions").expect(200).json().findValuesAsString("id").stream().sorted().toList());
		lines.add(program.status());
		return lines;
	}

	private Collection<String> readable(RequestMappingHandlerMapping mappings) {
		Collection<String> addresses = new TreeSet<>();
		mappings.getHandlerMethods().keySet().forEach((mapping) -> {
			Collection<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
			if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
				mapping.getPatternValues().forEach((pattern) -> addresses.add(fill(pattern)));
			}
		});
		return addresses;
	}

	/** Replaces each variable by a real id, which the path segment before it chooses. */
	private String fill(String pattern) {
		String address = pattern;
		for (Map.Entry<String, String> id : this.ids.entrySet()) {
			address = address.replaceAll("/" + id.getKey() + "/\\{[^}]*}", "/" + id.getKey() + "/" + id.getValue());
		}
		return address.replaceAll("\\{[^}]*}", "x").replace("*", "x");
	}

}
