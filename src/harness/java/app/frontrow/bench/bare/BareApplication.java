package app.frontrow.bench.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A server with one endpoint behind Spring Security, open to all.
 */
@EnableAutoConfiguration
@Import(BareController.class)
public class BareApplication {

	/** The path of the endpoint. */
	public static final String PATH = "/bare";

	/** The profile without which nobody finds the endpoint, however they scan. */
	static final String PROFILE = "bare-endpoint";

	/**
	 * Runs it.
	 * @param arguments Spring Boot's
	 */
	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(BareApplication.class);
		application.setAdditionalProfiles(PROFILE);
		application.run(arguments);
	}

	@Bean
	SecurityFilterChain open(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

}
