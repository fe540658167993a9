package app.frontrow.members;

import java.time.Clock;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The product's sessions without the rest of it.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ SessionConfiguration.class, MemberSessions.class })
public class Sessions {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
