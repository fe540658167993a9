package app.frontrow.security.account;

import java.util.Collections;
import java.util.List;

import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.members.MemberService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.security.session.MemberSessionService;
import io.lettuce.core.RedisException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * An instance looks for lost members once, and again after an outage.
 */
class LostMemberSessionCleanupTests {

	private final MemberSessionService sessions = mock();

	private final LostMemberSessionCleanup cleanup = new LostMemberSessionCleanup(this.sessions,
			mock(MemberService.class));

	@Test
	void looksOnce() {
		this.cleanup.afterSingletonsInstantiated();
		this.cleanup.endOnce();

		verify(this.sessions).forEachGroupOfMembers(any());
	}

	@RepeatedTest(20)
	@ProvesRule(rule = "An instance looks for lost members once, also if its schedule comes meanwhile",
			guard = "LostMemberSessionCleanup.endOnce", brokenBy = "leaving out synchronized")
	void looksOnceIfManyAskAtOnce() {
		ConcurrentRunner.rush(Collections.nCopies(8, ConcurrentRunner.task(() -> {
			this.cleanup.endOnce();
			return true;
		})));

		verify(this.sessions).forEachGroupOfMembers(any());
	}

	@ParameterizedTest
	@MethodSource
	@ProvesRule(rule = "An instance that starts during an outage looks for lost members after it",
			guard = "LostMemberSessionCleanup.endOnce", brokenBy = "being done after a failure")
	void looksAgainAfterAnOutage(RuntimeException outage) {
		willThrow(outage).willDoNothing().given(this.sessions).forEachGroupOfMembers(any());

		this.cleanup.afterSingletonsInstantiated();
		this.cleanup.endOnce();
		this.cleanup.endOnce();

		verify(this.sessions, times(2)).forEachGroupOfMembers(any());
	}

	static List<RuntimeException> looksAgainAfterAnOutage() {
		return List.of(new QueryTimeoutException("no Redis"), new RedisException("a node of the cluster is away"),
				new CannotCreateTransactionException("no MySQL"));
	}

}
