package app.frontrow.security.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0                                                      | Firefox · Linux
					Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0       | Edge · Windows
					Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36 | Samsung Internet · Android
					Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1   | Safari · iPhone
					Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36           | Chrome · macOS
					Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Whale/4.30 Safari/537.36                  | Whale · Windows
					Lynx/2.9 (Linux)                                                                                                            | Linux
					<script>alert(1)</script>                                                                                                   | -
					-                                                                                                                           | -
					""")
	void aBrowserIsToldByWhatItCallsItself(String agent, String name) {
		assertThat(device("/login", agent)).isEqualTo(new Device(Device.Kind.BROWSER, name));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			curl/8.5.0                     | curl 8.5.0
			python-requests/2.32.3         | python-requests 2.32.3
			Java-http-client/25.0.1        | Java-http-client 25.0.1
			Postman                        | Postman
			<b>bold</b>                    | -
			-                              | -
			""")
	void programIsNamedByItsProduct(String agent, String name) {
		assertThat(device("/api/v1/sessions", agent)).isEqualTo(new Device(Device.Kind.PROGRAM, name));
	}

	@Test
	void longNameIsCut() {
		assertThat(device("/api/v1/sessions", "x".repeat(5000) + "/" + "1".repeat(5000)).name()).hasSize(40);
	}

	private static Device device(String path, String agent) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
		if (agent != null) {
			request.addHeader("User-Agent", agent);
		}
		return Device.of(request);
	}

}
