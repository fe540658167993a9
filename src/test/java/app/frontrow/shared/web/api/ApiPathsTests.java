package app.frontrow.shared.web.api;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ApiPathsTests {

	@ParameterizedTest
	@CsvSource({ "/api, true", "/api/, true", "/api/v1/concerts, true", "/api/v2, true", "/, false", "/apis, false",
			"/concerts/api/v1, false", "/API/v1, false", "/%61pi/v1/wallet, true", "/api%2Fv1, true", "/%zz, false",
			"/api/%zz, true" })
	void onlyPathsBelowTheRootMatch(String path, boolean api) {
		assertThat(ApiPaths.matches(path)).isEqualTo(api);
		assertThat(ApiPaths.matches(new MockHttpServletRequest("GET", path))).isEqualTo(api);
	}

}
