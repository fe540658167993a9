package app.frontrow.journey;

import java.net.http.HttpResponse;
import java.util.List;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bounds of page and size, for every list. The lists of the API are read from its
 * document.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListBoundsIT extends ProductTest {

	private ApiClient admin;

	private PageClient member;

	@BeforeAll
	void memberAndAnAdministrator() {
		this.admin = this.audience.admin();
		this.member = PageClient.at(this.port).signUpAndLogIn();
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "page=100001", "page=1000000000", "page=2147483648",
			"page=99999999999999999999", "page=1e3", "page=1.5", "page=one", "size=0", "size=-1", "size=101",
			"size=1000000000", "size=2147483648", "size=1e9", "size=x" })
	@ProvesRule(rule = "A page has at most 100 items", guard = "Paging", brokenBy = "leaving out the bound")
	void parameterOutOfBoundsIsNamed(String query) {
		lists().forEach((list) -> {
			Answer refused = this.admin.get(list + "?" + query).expectProblem(400, "validation-failed");
			assertThat(refused.json().at("/errors").findValuesAsString("field")).as(list)
				.containsExactly(query.substring(0, query.indexOf('=')));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=9999", "page=100000&size=100", "page=100000&size=1" })
	void pageAfterTheLastIsEmptyAndTellsTheTotal(String query) {
		lists().forEach((list) -> {
			Answer beyond = this.admin.get(list + "?" + query).expect(200);
			assertThat(beyond.json().at("/items").isEmpty()).as(list).isTrue();
			assertThat(beyond.number("totalItems")).as(list).isEqualTo(this.admin.get(list).number("totalItems"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "9999", "1000000000", "2147483647", "-2147483648", "" })
	void pageOfAnyNumberIsShown(String number) {
		for (String list : List.of("/", "/me/reservations", "/me/wallet")) {
			assertThat(this.member.get(list + "?page=" + number).statusCode()).as(list).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2147483648", "99999999999999999999", "1e9", "x" })
	void pageThatIsNotANumberIsRefused(String number) {
		for (String list : List.of("/", "/me/reservations", "/me/wallet")) {
			HttpResponse<String> refused = this.member.get(list + "?page=" + number);
			assertThat(refused.statusCode()).as(list).isEqualTo(400);
			assertThat(refused.body()).contains("data-testid=\"error-code\"");
		}
	}

	@Test
	void everyListIsTested() {
		assertThat(lists()).contains("/api/v1/concerts", "/api/v1/members", "/api/v1/reservations", "/api/v1/payments",
				"/api/v1/wallet/entries");
	}

	private List<String> lists() {
		return this.admin.get("/api/openapi.json")
			.json()
			.at("/paths")
			.propertyStream()
			.filter((path) -> path.getValue().at("/get/parameters").findValuesAsString("name").contains("page"))
			.map((path) -> path.getKey())
			.toList();
	}

}
