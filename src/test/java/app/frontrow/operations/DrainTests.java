package app.frontrow.operations;

import java.time.Duration;

import app.frontrow.operations.DrainService.Phase;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an instance that ends answers in each phase. How the phases look from outside is
 * part of {@link InstanceOperationIT}.
 */
class DrainTests {

	private final GenericApplicationContext context = new GenericApplicationContext();

	@Test
	@ProvesRule(rule = "In its last second, an instance refuses what may be sent elsewhere",
			guard = "DrainFilter.doFilter", brokenBy = "refusing posts as well")
	void instanceThatLeavesRefusesReadsAndDoesOrders() throws Exception {
		DrainService drain = new DrainService(this.context, new ShutdownSettings(Duration.ofMillis(1)));
		drain.onApplicationEvent(new ContextClosedEvent(this.context));
		assertThat(drain.phase()).isEqualTo(Phase.LEAVING);
		assertThat(answer(drain, "GET").getStatus()).isEqualTo(502);
		assertThat(answer(drain, "POST").getStatus()).isEqualTo(200);
	}

	@Test
	void instanceThatDrainsAnswersAndEndsConnections() throws Exception {
		DrainService drain = new DrainService(this.context, new ShutdownSettings(Duration.ofMinutes(5)));
		assertThat(answer(drain, "GET").getHeader("Connection")).isNull();
		Thread end = new Thread(() -> drain.onApplicationEvent(new ContextClosedEvent(this.context)));
		end.start();
		await().until(() -> drain.phase() == Phase.DRAINING);
		assertThat(answer(drain, "GET").getStatus()).isEqualTo(200);
		assertThat(answer(drain, "GET").getHeader("Connection")).isEqualTo("close");
		end.interrupt();
		end.join();
	}

	private MockHttpServletResponse answer(DrainService drain, String method) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		new DrainFilter(drain).doFilter(new MockHttpServletRequest(method, "/"), response, new MockFilterChain());
		return response;
	}

}
