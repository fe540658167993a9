package app.frontrow.shared.web.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class BearerTokenReaderTests {

	private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz-_ABCDEFGHIJKLMNO";

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@ParameterizedTest
	@ValueSource(strings = { "Bearer " + TOKEN, "bearer " + TOKEN, "BEARER   " + TOKEN, "  Bearer " + TOKEN + " " })
	void tokenIsFound(String header) {
		this.request.addHeader("Authorization", header);

		assertThat(BearerTokenReader.read(this.request)).contains(TOKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", TOKEN, "Basic " + TOKEN, "Bearer" + TOKEN, "Bearer x" + TOKEN,
			"Bearer abc", "Bearer " + TOKEN + " x", "Bearer ../../session:abcdefghijklmnopqrstuvwxyzABCDE",
			"Bearer 가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사아자차카타파하가" })
	void textInAnotherFormIsNoToken(String header) {
		this.request.addHeader("Authorization", header);

		assertThat(BearerTokenReader.read(this.request)).isEmpty();
	}

	@Test
	void missingHeaderHasNoToken() {
		assertThat(BearerTokenReader.read(this.request)).isEmpty();
	}

}
