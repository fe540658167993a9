package app.frontrow.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Search engines find every concert that is not over.
 */
class SitemapIT extends ProductTest {

	@Test
	void robotsNameTheSitemapAndTheSitemapNamesConcerts() throws Exception {
		long concert = ConcertFixture.onSale(this.programme, 1);
		String site = "http://localhost:" + this.port;

		assertThat(read(site + "/robots.txt")).contains("Sitemap: " + site + "/sitemap.xml", "Disallow: /me/");
		assertThat(read(site + "/sitemap.xml")).contains("<loc>" + site + "/</loc>",
				"<loc>" + site + "/concerts/" + concert + "</loc>");
	}

	private static String read(String address) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

}
