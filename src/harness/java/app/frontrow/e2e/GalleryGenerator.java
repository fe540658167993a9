package app.frontrow.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ProductInstance;
import app.frontrow.stores.FreePort;
import app.frontrow.stores.Stores;

import static org.awaitility.Awaitility.await;

/**
 * Writes {@code docs/gallery.md} anew: pictures of the demo, and what its pages cost a
 * browser, measured on the packaged product. Run by {@code script/gallery}.
 */
final class GalleryGenerator {

	private static final Path PAGE = Path.of("docs", "gallery.md");

	private static final Path PICTURES = Path.of("docs", "gallery");

	private static final Path LOG = Path.of("target", "gallery-demo.log");

	private GalleryGenerator() {
	}

	/**
	 * Takes the pictures and the figures.
	 * @param args none
	 * @throws Exception if that does not work
	 */
	public static void main(String[] args) throws Exception {
		List<String> text = new ArrayList<>(List.of("# Gallery", "",
				"This page shows you the demo, light and dark, in Korean and English, and what its pages cost a browser.",
				"`script/gallery` writes it. `/styleguide` of a running `script/server` shows the parts of the pages.",
				""));
		try (Stores stores = Stores.forChaos(Path.of(".frontrow"), Path.of("target", "gallery")).open()) {
			forget();
			text.addAll(pictures(stores));
			text.addAll(figures(stores));
		}
		Files.writeString(PAGE, String.join("\n", text) + "\n");
	}

	private static List<String> pictures(Stores stores) throws Exception {
		int port = FreePort.next();
		Process demo = demo(stores, port);
		try (Browser browser = Browser.open(port, "--hide-scrollbars")) {
			await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(() -> isReady(demo, port));
			return new GalleryTour(browser, port, PICTURES).walk();
		}
		finally {
			demo.destroy();
			demo.waitFor(1, TimeUnit.MINUTES);
		}
	}

	private static List<String> figures(Stores stores) {
		ProductInstance product = ProductInstance.start("gallery", stores, Map.of());
		try (Browser browser = Browser.open(product.port())) {
			long concert = GalleryTour.concert(ApiClient.at(product.port()), "ON_SALE", 4);
			return new PageLoadMeter(browser, concert).measure();
		}
		finally {
			product.close();
		}
	}

	private static Process demo(Stores stores, int port) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx384m", "-cp", System.getProperty("java.class.path"), "app.frontrow.demo.DemoApplication");
		builder.environment().putAll(stores.environment());
		builder.environment().put("PORT", String.valueOf(port));
		builder.environment().put("FRONTROW_TOKEN_KEY", RunningProduct.TOKEN_KEY);
		return builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
	}

	private static boolean isReady(Process demo, int port) throws IOException, InterruptedException {
		if (!demo.isAlive()) {
			throw new AssertionError("The demo has ended, see " + LOG);
		}
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).build(),
					BodyHandlers.discarding())
			.statusCode() == 200;
	}

	private static void forget() throws IOException {
		Files.createDirectories(PICTURES);
		try (Stream<Path> old = Files.list(PICTURES)) {
			for (Path picture : old.toList()) {
				Files.delete(picture);
			}
		}
	}

}
