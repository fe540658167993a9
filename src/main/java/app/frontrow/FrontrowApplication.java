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
		SpringApplication application = new SpringApplication(FrontrowApplication.class);
		application.addListeners(new RequiredSettingsListener(""));
		application.run(args);
	}

}
