package app.frontrow.security.session;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import app.frontrow.members.Member;
import app.frontrow.members.MemberLoginService;
import app.frontrow.members.Role;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import static org.assertj.core.api.Assertions.assertThat;

class SessionValueSerializerTests {

	private final SessionValueSerializer values = new SessionValueSerializer();

	@Test
	void valueIsReadAsItWasWritten() {
		assertThat(this.values.deserialize(this.values.serialize(1_234L))).isEqualTo(1_234L);
		assertThat(this.values.deserialize(this.values.serialize(context("mina")))).isEqualTo(context("mina"));
		assertThat(this.values.deserialize(this.values.serialize(context("joon")))).isEqualTo(context("joon"));
	}

	/** As log-ins by the form have it. */
	@Test
	void everyTypeOfASessionIsRead() {
		UsernamePasswordAuthenticationToken login = (UsernamePasswordAuthenticationToken) context("mina")
			.getAuthentication();
		login.setDetails(new WebAuthenticationDetails("192.0.2.7", "session"));
		for (Object value : List.of(new SecurityContextImpl(login), 28_800, 1_234L,
				new Device(Device.Kind.PROGRAM, "curl 8.5.0"),
				new SecurityContextImpl(MemberLoginService.of((Member) login.getPrincipal(), "hash")),
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(login.getPrincipal(), null,
						List.of(FactorGrantedAuthority.fromAuthority("FACTOR_SECOND:1")))))) {
			assertThat(this.values.deserialize(this.values.serialize(value))).isEqualTo(value);
		}
	}

	@Test
	@ProvesRule(rule = "Sessions are read only from known types", guard = "SessionValueSerializer",
			brokenBy = "leaving out setObjectInputFilter")
	void foreignObjectsAreNotRead() {
		UsernamePasswordAuthenticationToken login = (UsernamePasswordAuthenticationToken) context("mina")
			.getAuthentication();
		login.setDetails(new HashMap<>(Map.of("a", "b")));
		List<Object> foreign = List.of(new HashMap<>(Map.of("a", "b")), new Foreign(), new File("/tmp"),
				new SecurityContextImpl(login), new ArrayList<>(List.of(new Foreign())), new Foreign[1]);

		for (Object value : foreign) {
			assertThat(this.values.deserialize(this.values.serialize(value))).as(value.toString()).isNull();
		}
		assertThat(Foreign.READ).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no object", "\u00ac\u00ed\u0000\u0005" })
	void unreadableValueIsMissing(String bytes) {
		assertThat(this.values.deserialize(bytes.getBytes(StandardCharsets.ISO_8859_1))).isNull();
	}

	/** The bytes contain the names of the fields. Here one has another name. */
	@ParameterizedTest
	@ValueSource(strings = { "username", "displayName", "createdAt", "role" })
	@ProvesRule(rule = "A log-in of a release whose members lack a value is missing", guard = "Member",
			brokenBy = "leaving out requireNonNull")
	void memberWithoutAValueIsMissing(String component) {
		byte[] bytes = this.values.serialize(context("mina"));
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		int length = text.indexOf("\0" + (char) component.length() + component, text.indexOf(Member.class.getName()));
		bytes[length + 2] = 'X';

		assertThat(length).isPositive();
		assertThat(this.values.deserialize(bytes)).isNull();
	}

	@Test
	void absentValueIsNull() {
		assertThat(this.values.deserialize(null)).isNull();
	}

	@Test
	void changedContextOfOneRequestDoesNotAffectOthers() {
		byte[] bytes = this.values.serialize(context("mina"));

		((SecurityContext) this.values.deserialize(bytes)).setAuthentication(null);

		assertThat(this.values.deserialize(bytes)).isEqualTo(context("mina"));
	}

	@Test
	void equalBytesAreReadOnce() {
		byte[] bytes = this.values.serialize(context("mina"));

		assertThat(((SecurityContext) this.values.deserialize(bytes)).getAuthentication())
			.isSameAs(((SecurityContext) this.values.deserialize(bytes.clone())).getAuthentication());
	}

	/** Notices when it is built from what Redis holds. */
	private static final class Foreign implements Serializable {

		private static final long serialVersionUID = 1L;

		private static final AtomicInteger READ = new AtomicInteger();

		private void readObject(ObjectInputStream input) throws IOException, ClassNotFoundException {
			READ.incrementAndGet();
			input.defaultReadObject();
		}

	}

	private static SecurityContext context(String username) {
		Member member = new Member(new UUID(0, 1), username, username, Role.MEMBER, Instant.EPOCH);
		return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(member, null,
				AuthorityUtils.createAuthorityList("ROLE_MEMBER")));
	}

}
