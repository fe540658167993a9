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
	 * Starts one instance; any number of them may run against the same stores. Ends with
	 * status 78 (a configuration error) if a setting is missing.
	 * @param args Spring Boot command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(FrontrowApplication.class);
		application.addListeners(new RequiredSettingsListener());
		application.run(args);
	}

}
