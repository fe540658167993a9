package app.frontrow.members;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

class SessionValueSerializerTests {

	private final SessionValueSerializer values = new SessionValueSerializer();

	@Test
	void valueIsReadAsItWasWritten() {
		assertThat(this.values.deserialize(this.values.serialize(1_234L))).isEqualTo(1_234L);
		assertThat(this.values.deserialize(this.values.serialize(context("mina")))).isEqualTo(context("mina"));
		assertThat(this.values.deserialize(this.values.serialize(context("joon")))).isEqualTo(context("joon"));
	}

	@Test
	void absentValueIsNull() {
		assertThat(this.values.deserialize(null)).isNull();
	}

	@Test
	void logOutOfOneRequestLeavesTheOthersAlone() {
		byte[] bytes = this.values.serialize(context("mina"));

		((SecurityContext) this.values.deserialize(bytes)).setAuthentication(null);

		assertThat(this.values.deserialize(bytes)).isEqualTo(context("mina"));
	}

	@Test
	void sameBytesAreReadOnce() {
		byte[] bytes = this.values.serialize(context("mina"));

		assertThat(((SecurityContext) this.values.deserialize(bytes)).getAuthentication())
			.isSameAs(((SecurityContext) this.values.deserialize(bytes.clone())).getAuthentication());
	}

	private static SecurityContext context(String username) {
		Member member = new Member(new UUID(0, 1), username, username, Role.MEMBER, Instant.EPOCH);
		return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(member, null,
				AuthorityUtils.createAuthorityList("ROLE_MEMBER")));
	}

}
