package app.frontrow.catalogue.web;

import java.util.List;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.web.WrittenJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

class ConcertReadFilterTests {

	private final Catalogue catalogue = mock();

	private final WrittenJson json = mock();

	private final MockFilterChain chain = new MockFilterChain();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final ConcertReadFilter filter = new ConcertReadFilter(this.catalogue, this.json);

	@ParameterizedTest
	@CsvSource({ "/api/v1/concerts,, 0, 20", "/api/v1/concerts?status=ON_SALE, ON_SALE, 0, 20",
			"/api/v1/concerts?page=3&size=100,, 3, 100" })
	void listsAreAnsweredEarly(String address, SaleStatus status, int page, int size) throws Exception {
		PageOf<Concert> found = PageOf.of(List.of(), page, size, 0);
		given(this.catalogue.search(null, status, page, size)).willReturn(found);
		given(this.json.of(found)).willReturn(new byte[] { '{', '}' });

		this.filter.doFilter(request(address), this.response, this.chain);

		assertThat(this.chain.getRequest()).isNull();
		assertThat(this.response.getContentAsString()).isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/concerts?q=night", "/api/v1/concerts?status=SOON", "/api/v1/concerts?page=-1",
			"/api/v1/concerts?page=100001", "/api/v1/concerts?size=0", "/api/v1/concerts?size=101",
			"/api/v1/concerts?page=1&page=2", "/api/v1/concerts?page=", "/api/v1/concerts/", "/api/v1/concerts/x",
			"/api/v1/concerts/-1", "/api/v1/concerts/1/shows", "/api/v1/concerts/9999999999999999999" })
	void everythingElseTakesTheUsualWay(String address) throws Exception {
		given(this.json.of(any())).willReturn(new byte[0]);

		this.filter.doFilter(request(address), this.response, this.chain);

		assertThat(this.chain.getRequest()).isNotNull();
		verifyNoInteractions(this.catalogue);
	}

	private static MockHttpServletRequest request(String address) {
		var parts = UriComponentsBuilder.fromUriString(address).build();
		MockHttpServletRequest request = new MockHttpServletRequest("GET", parts.getPath());
		parts.getQueryParams().forEach((name, values) -> values.forEach((value) -> request.addParameter(name, value)));
		return request;
	}

}
