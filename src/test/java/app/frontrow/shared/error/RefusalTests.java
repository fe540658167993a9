package app.frontrow.shared.error;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTests {

	@Test
	void refusalHasNoStackTrace() {
		NotFoundException refusal = new NotFoundException();

		assertThat(refusal.getStackTrace()).isEmpty();
		assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
		assertThat(refusal.details()).isEmpty();
	}

	@Test
	void refusalCanBeSerialized() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(new InvalidInputException("title", "length", 1, 200));
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			InvalidInputException copy = (InvalidInputException) in.readObject();
			assertThat(copy.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
			assertThat(copy.violations()).isEmpty();
			assertThat(copy.details()).isEmpty();
		}
	}

}
