package app.frontrow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/**
 * Frontrow: concert reservation with a fair waiting room.
 */
@Modulithic(systemName = "Frontrow")
@SpringBootApplication
@ConfigurationPropertiesScan
public class FrontrowApplication {

	/**
	 * Starts one instance. Any number of instances may use the same stores. If a setting
	 * is missing, the program ends with status 78 (configuration error). With
	 * {@code migrate} as the first argument, it brings the schema to this release instead
	 * and ends.
	 * @param args Spring Boot command line arguments
	 */
	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals(SchemaMigration.COMMAND)) {
			SchemaMigration.run(args);
			return;
		}
		if (isStartedFromJar()) {
			System.setProperty("spring.threads.virtual.enabled", "false");
		}
		SpringApplication application = new SpringApplication(FrontrowApplication.class);
		application.addListeners(new RequiredSettingsListener(""));
		application.run(args);
	}

	/**
	 * Whether the libraries are inside the jar. Spring Boot reads them under locks, and a
	 * virtual thread that loads a class keeps its core while it waits for such a lock. So
	 * an instance that gets many requests in its first second could hang
	 * (spring-projects/spring-boot 51463). The installed folder does not have this fault.
	 */
	private static boolean isStartedFromJar() {
		return FrontrowApplication.class.getClassLoader()
			.getClass()
			.getName()
			.startsWith("org.springframework.boot.loader.");
	}

}
