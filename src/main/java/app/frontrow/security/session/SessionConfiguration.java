package app.frontrow.security.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import app.frontrow.members.MemberLoginService;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.data.redis.RedisSessionMapper;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Stores sessions in Redis, for all instances. Pages find their session only by cookie,
 * the API finds it only by bearer token.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties({ ServerProperties.class, SessionSettings.class })
class SessionConfiguration {

	private static final int TOKEN_BYTES = 32;

	@Bean
	SessionExpiryPolicy sessionExpiryPolicy(ServerProperties server, SessionSettings settings) {
		return new SessionExpiryPolicy(Objects.requireNonNull(server.getServlet().getSession().getTimeout()),
				settings.lifetime());
	}

	@Bean
	SessionIndexStore sessionIndexStore(RedisConnectionFactory redis, SessionExpiryPolicy expiryPolicy) {
		return new SessionIndexStore(new StringRedisTemplate(redis), expiryPolicy.idle());
	}

	@Bean
	SessionRepository<?> sessionRepository(RedisConnectionFactory redis, SessionExpiryPolicy expiryPolicy,
			SessionIndexStore index, MemberLoginService logins, Clock clock) {
		RedisTemplate<String, Object> template = new RedisTemplate<>();
		template.setKeySerializer(RedisSerializer.string());
		template.setHashKeySerializer(RedisSerializer.string());
		template.setHashValueSerializer(new SessionValueSerializer());
		template.setConnectionFactory(redis);
		template.afterPropertiesSet();
		RedisSessionRepository store = new RedisSessionRepository(template);
		store.setRedisKeyNamespace("frontrow:session");
		store.setDefaultMaxInactiveInterval(expiryPolicy.idle());
		store.setRedisSessionMapper(SessionConfiguration::readSession);
		SecureRandom random = new SecureRandom();
		store.setSessionIdGenerator(() -> {
			byte[] id = new byte[TOKEN_BYTES];
			random.nextBytes(id);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
		});
		return new WriteThrottledSessionRepository<>(
				new IndexedSessionRepository<>(store, index, logins, expiryPolicy, clock));
	}

	@Bean
	HttpSessionIdResolver httpSessionIdResolver() {
		return new CookieOrBearerSessionIdResolver();
	}

	/**
	 * Reads a session from its Redis hash. If a session is deleted while another request
	 * writes to it, an incomplete hash is left. It is treated as no session, like one
	 * that this release cannot read. An attribute that it cannot use is left out.
	 */
	private static @Nullable MapSession readSession(String id, Map<String, Object> entries) {
		try {
			MapSession session = new RedisSessionMapper().apply(id, entries);
			if (SessionMemberReader.readLogin(session.getAttribute(SessionMemberReader.CONTEXT_ATTRIBUTE)).isEmpty()) {
				session.removeAttribute(SessionMemberReader.CONTEXT_ATTRIBUTE);
			}
			if (!(session.getAttribute(Device.ATTRIBUTE) instanceof Device)) {
				session.removeAttribute(Device.ATTRIBUTE);
			}
			return session;
		}
		catch (IllegalStateException | ClassCastException unreadable) {
			return null;
		}
	}

}
