package app.frontrow.security.session;

import java.time.Clock;

import app.frontrow.members.MemberLoginService;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * The product's sessions without the rest of it.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ SessionConfiguration.class, MemberSessionService.class })
public class SessionTestConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	/** There are no accounts: every log-in is with the password of today. */
	@Bean
	MemberLoginService memberLogins() {
		MemberLoginService logins = mock();
		given(logins.isCurrent(any(), any())).willReturn(true);
		return logins;
	}

}
