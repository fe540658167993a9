package app.frontrow.shared;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.modulith.events.FailedEventPublications;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class EventResubmissionJobTests {

	private final FailedEventPublications publications = mock();

	private final EventResubmissionJob resubmission = new EventResubmissionJob(this.publications);

	@Test
	void failedEventsArePublishedAgain() {
		willThrow(new DataAccessResourceFailureException("gone")).willThrow(new IllegalStateException("broken"))
			.willDoNothing()
			.given(this.publications)
			.resubmit(any());

		this.resubmission.resubmit();
		this.resubmission.resubmit();
		this.resubmission.resubmit();

		verify(this.publications, times(3)).resubmit(any());
	}

}
