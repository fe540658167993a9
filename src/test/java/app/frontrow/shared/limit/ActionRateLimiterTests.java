package app.frontrow.shared.limit;

import java.util.UUID;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.TooManyRequestsException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

class ActionRateLimiterTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ActionRateLimiter limit = new ActionRateLimiter(withoutRedis(), new RateLimitSettings(1, 1, 2, 1));

	@AfterEach
	void noRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	@ProvesRule(rule = "An action is limited for each address", guard = "ActionRateLimiter.check",
			brokenBy = "leaving out requireHere")
	void membersOfOneAddressShareALimit() {
		from("192.0.2.7");
		for (int action = 0; action < 1_000; action++) {
			this.limit.check((action % 2 == 0) ? "hold" : "pay", UUID.randomUUID());
		}

		// the bucket fills up meanwhile, on a slow machine more than on a quick one
		assertThatThrownBy(() -> {
			for (int action = 0; action < 1_000; action++) {
				this.limit.check("top-up", UUID.randomUUID());
			}
		}).isInstanceOf(TooManyRequestsException.class);
		assertThat(this.meters.counter("frontrow.limits.refused", "limit", "actions-address").count()).isOne();
		from("192.0.2.8");
		this.limit.check("hold", UUID.randomUUID());
	}

	private static void from(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

	/** The limits of members are counted in Redis, see RateLimitServiceIT. */
	private RateLimitService withoutRedis() {
		RateLimitService limits = spy(new RateLimitService(mock(), this.meters));
		doNothing().when(limits).require(any(), any());
		return limits;
	}

}
