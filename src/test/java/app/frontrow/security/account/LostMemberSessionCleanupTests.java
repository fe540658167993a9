package app.frontrow.security.account;

import app.frontrow.members.MemberService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.security.session.MemberSessionService;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;

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
		this.cleanup.endOnce();
		this.cleanup.endOnce();

		verify(this.sessions).forEachGroupOfMembers(any());
	}

	@Test
	@ProvesRule(rule = "An instance that starts during an outage looks for lost members after it",
			guard = "LostMemberSessionCleanup.endOnce", brokenBy = "being done after a failure")
	void looksAgainAfterAnOutage() {
		willThrow(new QueryTimeoutException("no Redis")).willDoNothing()
			.given(this.sessions)
			.forEachGroupOfMembers(any());

		this.cleanup.endOnce();
		this.cleanup.endOnce();

		verify(this.sessions, times(2)).forEachGroupOfMembers(any());
	}

}
