package app.frontrow.journey;

import java.util.List;
import java.util.function.Supplier;

import app.frontrow.journey.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks that a refusal is the expected problem, tells nothing about the code, and
 * changed nothing.
 */
final class RefusalCheck {

	private final ReconciliationFixture books;

	private final long concert;

	RefusalCheck(ReconciliationFixture books, long concert) {
		this.books = books;
		this.concert = concert;
	}

	/** The same for another concert. */
	RefusalCheck in(long anotherConcert) {
		return new RefusalCheck(this.books, anotherConcert);
	}

	/** The refusal, with nothing changed. */
	Answer of(int status, String code, Supplier<Answer> request) {
		List<String> before = this.books.of(this.concert);
		Answer answer = request.get().expectProblem(status, code);
		assertThat(this.books.of(this.concert)).as(answer.request()).isEqualTo(before);
		assertThat(answer.response().body()).doesNotContainIgnoringCase("exception")
			.doesNotContain("java.", "app.frontrow", "org.springframework", "select ", "update ");
		return answer;
	}

	/** The refusal of one field, with nothing changed. */
	Answer ofField(String field, Supplier<Answer> request) {
		Answer answer = of(400, "validation-failed", request);
		assertThat(fields(answer)).as(answer.response().body()).containsExactly(field);
		return answer;
	}

	/** The fields at fault, each of which has a message. */
	static List<String> fields(Answer answer) {
		List<String> fields = answer.json().at("/errors").findValuesAsString("field");
		assertThat(answer.json().at("/errors").findValuesAsString("message")).hasSameSizeAs(fields)
			.allSatisfy((message) -> assertThat(message).isNotBlank());
		return fields;
	}

}
