package app.frontrow.shared.web.problem;

import java.lang.reflect.Method;
import java.sql.SQLRecoverableException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FailureCodeMapperTests {

	static Stream<Arguments> failureHasItsCode() {
		return Stream.of(arguments(new NotFoundException(), ErrorCode.NOT_FOUND),
				arguments(new InvalidInputException("a", "b"), ErrorCode.VALIDATION_FAILED),
				arguments(new BadCredentialsException("no"), ErrorCode.BAD_CREDENTIALS),
				arguments(new InsufficientAuthenticationException("no"), ErrorCode.NOT_AUTHENTICATED),
				arguments(new InternalAuthenticationServiceException("db", new SQLRecoverableException()),
						ErrorCode.TEMPORARILY_UNAVAILABLE),
				arguments(new AccessDeniedException("no"), ErrorCode.FORBIDDEN),
				arguments(new RuntimeException(new SQLRecoverableException()), ErrorCode.TEMPORARILY_UNAVAILABLE),
				arguments(new CannotAcquireLockException("locked"), ErrorCode.TEMPORARILY_UNAVAILABLE),
				arguments(new HttpRequestMethodNotSupportedException("PATCH"), ErrorCode.METHOD_NOT_ALLOWED),
				arguments(new HttpMediaTypeNotSupportedException("text/plain"), ErrorCode.UNSUPPORTED_MEDIA_TYPE),
				arguments(new HttpMediaTypeNotAcceptableException("image/png"), ErrorCode.NOT_ACCEPTABLE),
				arguments(new NoResourceFoundException(HttpMethod.GET, "/api/x", "x"), ErrorCode.NOT_FOUND),
				arguments(new MissingServletRequestParameterException("q", "String"), ErrorCode.VALIDATION_FAILED),
				arguments(new RequestRejectedException("a header"), ErrorCode.MALFORMED_REQUEST),
				arguments(new InvalidParameterException("too many"), ErrorCode.MALFORMED_REQUEST),
				arguments(new NullPointerException("broken"), ErrorCode.INTERNAL_ERROR));
	}

	@ParameterizedTest
	@MethodSource
	void failureHasItsCode(Throwable failure, ErrorCode code) {
		assertThat(FailureCodeMapper.of(failure)).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "400, malformed-request", "401, not-authenticated", "403, forbidden", "404, not-found",
			"405, method-not-allowed", "406, not-acceptable", "413, malformed-request", "415, unsupported-media-type",
			"429, too-many-requests", "500, internal-error", "502, internal-error", "503, temporarily-unavailable" })
	void statusHasItsCode(int status, String code) {
		assertThat(FailureCodeMapper.of(HttpStatusCode.valueOf(status))).hasToString(code);
	}

	@Test
	void malformedIdIsNotFound() throws Exception {
		assertThat(FailureCodeMapper.of(mismatch(0))).isEqualTo(ErrorCode.NOT_FOUND);
		assertThat(FailureCodeMapper.of(mismatch(1))).isEqualTo(ErrorCode.VALIDATION_FAILED);
	}

	@Test
	void brokenJsonIsMalformedAndAWrongTypeIsAnInvalidField() {
		assertThat(FailureCodeMapper.of(unreadable("{"))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
		assertThat(FailureCodeMapper.of(unreadable("[]"))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
		assertThat(FailureCodeMapper.of(unreadable("{\"numbers\": [\"one\"]}"))).isEqualTo(ErrorCode.VALIDATION_FAILED);
	}

	static HttpMessageNotReadableException unreadable(String json) {
		try {
			JsonMapper.builder().build().readValue(json, Body.class);
			throw new AssertionError("readable: " + json);
		}
		catch (JacksonException failure) {
			return new HttpMessageNotReadableException("unreadable", failure, new MockHttpInputMessage(new byte[0]));
		}
	}

	static MethodArgumentTypeMismatchException mismatch(int parameter) throws NoSuchMethodException {
		Method method = FailureCodeMapperTests.class.getDeclaredMethod("handler", UUID.class, Integer.class);
		return new MethodArgumentTypeMismatchException("x", UUID.class, (parameter == 0) ? "id" : "count",
				new MethodParameter(method, parameter), new IllegalArgumentException());
	}

	static void handler(@PathVariable UUID id, @RequestParam Integer count) {
	}

	record Body(List<Integer> numbers) {
	}

}
