package app.frontrow.security.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

import app.frontrow.members.MemberLoginService;

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
 * Sessions in Redis, the same for every instance and for both faces: pages find theirs by
 * cookie only, the API by bearer token only.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties({ ServerProperties.class, SessionSettings.class })
class SessionConfiguration {

	private static final int TOKEN_BYTES = 32;

	@Bean
	SessionExpiryPolicy sessionExpiryPolicy(ServerProperties server, SessionSettings settings) {
		return new SessionExpiryPolicy(server.getServlet().getSession().getTimeout(), settings.lifetime());
	}

	@Bean
	SessionIndexStore sessionIndexStore(RedisConnectionFactory redis, SessionExpiryPolicy terms) {
		return new SessionIndexStore(new StringRedisTemplate(redis), terms.idle());
	}

	@Bean
	SessionRepository<?> sessionRepository(RedisConnectionFactory redis, SessionExpiryPolicy terms,
			SessionIndexStore register, MemberLoginService logins, Clock clock) {
		RedisTemplate<String, Object> template = new RedisTemplate<>();
		template.setKeySerializer(RedisSerializer.string());
		template.setHashKeySerializer(RedisSerializer.string());
		template.setHashValueSerializer(new SessionValueSerializer());
		template.setConnectionFactory(redis);
		template.afterPropertiesSet();
		RedisSessionRepository store = new RedisSessionRepository(template);
		store.setRedisKeyNamespace("frontrow:session");
		store.setDefaultMaxInactiveInterval(terms.idle());
		store.setRedisSessionMapper(SessionConfiguration::session);
		SecureRandom random = new SecureRandom();
		store.setSessionIdGenerator(() -> {
			byte[] id = new byte[TOKEN_BYTES];
			random.nextBytes(id);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
		});
		return new WriteThrottledSessionRepository<>(
				new IndexedSessionRepository<>(store, register, logins, terms, clock));
	}

	@Bean
	HttpSessionIdResolver httpSessionIdResolver() {
		return new CookieOrBearerSessionIdResolver();
	}

	/** What is left when a session ends while another request writes to it is none. */
	private static MapSession session(String id, Map<String, Object> entries) {
		try {
			return new RedisSessionMapper().apply(id, entries);
		}
		catch (IllegalStateException leftover) {
			return null;
		}
	}

}
