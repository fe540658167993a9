package app.frontrow.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.FrontrowApplication;
import app.frontrow.stores.StoreConnectionConfiguration;
import app.frontrow.stores.Stores;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts the product with demo data, on embedded stores unless the environment names a
 * database. Whatever the environment sets goes before what is set here.
 */
public final class DemoApplication {

	private static final Path HOME = Path.of(".frontrow");

	/** What a person who tries the product need not read. */
	private static final Map<String, Object> CALM = Map.of("logging.level.root", "warn", "logging.level.app.frontrow",
			"info", "logging.level.io.micrometer", "error", "logging.pattern.console", "%d{HH:mm:ss} %-5p %m%n%wEx");

	/** Whoever tries it with a thousand visitors has one address for all of them. */
	private static final Map<String, Object> GENEROUS = Map.of("frontrow.limits.sign-ups", 100_000,
			"frontrow.limits.actions", 10_000, "frontrow.limits.searches", 1_000_000);

	private DemoApplication() {
	}

	/**
	 * Runs the demo until it is told to end.
	 * @param args {@code --fresh} to forget the data of earlier runs,
	 * {@code --stop-when-ready} to end as soon as it is ready; otherwise Spring Boot's
	 * @throws IOException if the folder for the demo's files cannot be written
	 */
	public static void main(String[] args) throws IOException {
		SpringApplication application = new SpringApplication(FrontrowApplication.class, DemoDataLoader.class);
		if (System.getenv("SPRING_DATASOURCE_URL") == null) {
			application.addPrimarySources(List.of(DemoStores.class));
		}
		Map<String, Object> settings = settings();
		application.setDefaultProperties(CALM);
		application.setLogStartupInfo(false);
		application.addInitializers((context) -> context.getEnvironment()
			.getPropertySources()
			.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new MapPropertySource("demo", settings)));
		application.addListeners((ApplicationReadyEvent ready) -> greet(ready.getApplicationContext()));
		ConfigurableApplicationContext context = application.run(args);
		if (context.getBean(ApplicationArguments.class).containsOption("stop-when-ready")) {
			context.close();
		}
	}

	private static Map<String, Object> settings() throws IOException {
		Map<String, Object> settings = new HashMap<>();
		settings.put("frontrow.token-key", tokenKey());
		settings.putAll(GENEROUS);
		settings.put("frontrow.second-factor.required", false);
		String port = System.getenv("PORT");
		if (port != null) {
			settings.put("server.port", port);
		}
		return settings;
	}

	/** Kept, so that queue tokens outlive a restart. */
	private static String tokenKey() throws IOException {
		Path file = HOME.resolve("token-key");
		if (!Files.exists(file)) {
			byte[] key = new byte[32];
			new SecureRandom().nextBytes(key);
			Files.createDirectories(HOME);
			Files.writeString(file, Base64.getEncoder().encodeToString(key));
			file.toFile().setReadable(false, false);
			file.toFile().setReadable(true, true);
		}
		return Files.readString(file).trim();
	}

	private static void greet(ConfigurableApplicationContext context) {
		System.out.printf("""

				Frontrow is ready: http://localhost:%s
				Log in with the password %s as
				  mina or joon  members with a balance
				  admin         owner of the ticket office
				  sera          box office
				  doyun         support

				""", context.getEnvironment().getProperty("local.server.port"), DemoMemberFactory.PASSWORD);
	}

	/**
	 * The demo's own stores.
	 */
	@Import(StoreConnectionConfiguration.class)
	static class DemoStores {

		@Bean(destroyMethod = "close")
		Stores stores(ApplicationArguments arguments) {
			return Stores.forDemo(HOME, arguments.containsOption("fresh")).open();
		}

	}

}
