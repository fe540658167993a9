package app.frontrow.attacks;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.members.Member;
import app.frontrow.members.Role;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.StaffRole;
import app.frontrow.shared.web.http.AccessRule;
import app.frontrow.shared.web.http.AccessRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who may use which address. Addresses and rules are read from the product, so a
 * controller that is not in the table here makes this test fail. So does one that no
 * security rule names: it is closed to everybody.
 */
class AccessRulesIT extends ProductTest {

	/**
	 * Every mapping; members: any of them, each about themselves; staff: every role;
	 * others: the owners and these roles. (own): a role for one concert is enough for
	 * that concert; (shown): it is enough, and the answer has only what the role covers.
	 */
	private static final String DOORS = """
			DELETE  /api/v1/concerts/{id}                     PROGRAMME(own)
			DELETE  /api/v1/office/shows/{id}/blocks           BOX_OFFICE(own)
			DELETE  /api/v1/office/staff/{id}                 owners
			DELETE  /api/v1/office/staff/{id}/second-factor   owners
			DELETE  /api/v1/queue-tokens/current              everybody
			DELETE  /api/v1/reservations/{id}                 members
			DELETE  /api/v1/sessions                          members
			DELETE  /api/v1/sessions/current                  members
			DELETE  /api/v1/sessions/{id}                     members
			GET     /                                         everybody
			GET     /actuator                                 owners
			GET     /actuator/health                          everybody
			GET     /actuator/health/**                       everybody
			GET     /actuator/metrics                         owners
			GET     /actuator/metrics/{requiredMetricName}    owners
			GET     /actuator/prometheus                      owners
			GET     /admin/reconciliation                     FINANCE
			GET     /api/docs                                 everybody
			GET     /api/openapi.json                         everybody
			GET     /api/openapi.json.yaml                    everybody
			GET     /api/openapi.json/swagger-config          everybody
			GET     /api/v1/admin/concerts/{id}/waiting-room  BOX_OFFICE(own)
			GET     /api/v1/admin/reconciliation              FINANCE
			GET     /api/v1/concerts                          everybody
			GET     /api/v1/concerts/{id}                     everybody
			GET     /api/v1/concerts/{id}/draw                everybody
			GET     /api/v1/concerts/{id}/queue               everybody
			GET     /api/v1/concerts/{id}/shows               members
			GET     /api/v1/members                           BOX_OFFICE+SUPPORT
			GET     /api/v1/members/me                        members
			GET     /api/v1/members/{id}                      BOX_OFFICE+SUPPORT
			GET     /api/v1/office/concerts                   staff(shown)
			GET     /api/v1/office/concerts/{id}              staff(own)
			GET     /api/v1/office/concerts/{id}/board        BOX_OFFICE(own)
			GET     /api/v1/office/exports/orders.csv         BOX_OFFICE+FINANCE(shown)
			GET     /api/v1/office/exports/orders.xlsx        BOX_OFFICE+FINANCE(shown)
			GET     /api/v1/office/exports/tickets.csv        BOX_OFFICE+FINANCE(shown)
			GET     /api/v1/office/exports/tickets.xlsx       BOX_OFFICE+FINANCE(shown)
			GET     /api/v1/office/exports/ledger.csv         FINANCE(shown)
			GET     /api/v1/office/exports/ledger.xlsx        FINANCE(shown)
			GET     /api/v1/office/exports/settlement.csv     FINANCE(shown)
			GET     /api/v1/office/exports/settlement.xlsx    FINANCE(shown)
			GET     /api/v1/office/exports/queue.csv          FINANCE(shown)
			GET     /api/v1/office/exports/queue.xlsx         FINANCE(shown)
			GET     /api/v1/office/jobs/{id}                  BOX_OFFICE
			GET     /api/v1/office/orders                     BOX_OFFICE+SUPPORT(shown)
			GET     /api/v1/office/orders/{id}                BOX_OFFICE+SUPPORT
			GET     /api/v1/office/staff                      owners
			GET     /api/v1/office/trail                      owners
			GET     /api/v1/office/trail/verification         owners
			GET     /api/v1/payments                          members
			GET     /api/v1/payments/{id}                     members
			GET     /api/v1/queue-tokens/current              everybody
			GET     /api/v1/reservations                      members
			GET     /api/v1/reservations/{id}                 members
			GET     /api/v1/reservations/{id}/cancellation    members
			GET     /api/v1/sessions                          members
			GET     /api/v1/shows/{id}/seats                  members
			GET     /api/v1/wallet                            members
			GET     /api/v1/wallet/entries                    members
			GET     /concerts/{concertId}                     everybody
			GET     /concerts/{concertId}/draw                everybody
			GET     /concerts/{concertId}/poster.svg          everybody
			GET     /concerts/{concertId}/queue               members
			GET     /concerts/{concertId}/queue/leave         members
			GET     /concerts/{concertId}/queue/place         everybody
			GET     /concerts/{concertId}/shows               members
			GET     /email/confirm                            everybody
			GET     /error                                    everybody
			GET     /livez                                    everybody
			GET     /login                                    everybody
			GET     /login/language                           everybody
			GET     /me/account                               members
			GET     /me/account/delete                        members
			GET     /me/account/email                         members
			GET     /me/account/export                        members
			GET     /me/account/password                      members
			GET     /me/account/profile                       members
			GET     /me/account/recovery-codes                members
			GET     /me/account/sessions/end-others           members
			GET     /me/account/sessions/{id}/end             members
			GET     /me/reservations                          members
			GET     /me/wallet                                members
			GET     /me/wallet/charges                        members
			GET     /office                                   staff(shown)
			GET     /office/concerts/new                      PROGRAMME
			GET     /office/concerts/{id}                     BOX_OFFICE(own)
			GET     /office/concerts/{id}/board               BOX_OFFICE(own)
			GET     /office/concerts/{id}/queue               BOX_OFFICE(own)
			GET     /office/concerts/{id}/copy                PROGRAMME
			GET     /office/concerts/{id}/edit                PROGRAMME(own)
			GET     /office/concerts/{id}/preview             PROGRAMME(own)
			GET     /office/concerts/{id}/shows               BOX_OFFICE(own)
			GET     /office/concerts/{id}/withdraw            PROGRAMME(own)
			GET     /office/exports                           BOX_OFFICE+FINANCE(shown)
			GET     /office/exports/orders.{format:csv|xlsx}  BOX_OFFICE+FINANCE(shown)
			GET     /office/exports/tickets.{format:csv|xlsx} BOX_OFFICE+FINANCE(shown)
			GET     /office/exports/ledger.{format:csv|xlsx}  FINANCE(shown)
			GET     /office/exports/settlement.{format:csv|xlsx} FINANCE(shown)
			GET     /office/exports/queue.{format:csv|xlsx}   FINANCE(shown)
			GET     /office/invitations/{secret}              members
			GET     /office/orders                            BOX_OFFICE+SUPPORT(shown)
			GET     /office/orders/{id}                       BOX_OFFICE+SUPPORT
			GET     /office/orders/{id}/notes                 BOX_OFFICE+SUPPORT
			GET     /office/orders/{id}/refunds               BOX_OFFICE
			GET     /office/orders/{id}/reseat                BOX_OFFICE
			GET     /office/shows/{id}/cancel                 BOX_OFFICE(own)
			GET     /office/shows/{id}/move                   BOX_OFFICE(own)
			GET     /office/shows/{id}/seats                  BOX_OFFICE(own)
			GET     /office/reconciliation                    FINANCE
			GET     /office/security                          staff(shown)
			GET     /office/security/app                      staff(shown)
			GET     /office/security/app/remove               staff(shown)
			GET     /office/security/codes                    staff(shown)
			GET     /office/security/passkeys                 staff(shown)
			GET     /office/security/passkeys/options         staff(shown)
			GET     /office/security/passkeys/step            staff(shown)
			GET     /office/security/passkeys/step/options    staff(shown)
			GET     /office/security/passkeys/{id}/remove     staff(shown)
			GET     /office/security/step                     staff(shown)
			GET     /office/staff                             owners
			GET     /office/staff/{id}/revoke                 owners
			GET     /office/staff/{id}/second-factor/reset    owners
			GET     /office/trail                             owners
			GET     /office/webhooks                          owners
			GET     /office/webhooks/messages/{id}/replay     owners
			GET     /office/webhooks/{id}/remove              owners
			GET     /readyz                                   everybody
			GET     /reservations                             members
			GET     /reservations/{id}                        members
			GET     /reservations/{id}/calendar.ics           members
			GET     /reservations/{id}/cancel                 members
			GET     /reservations/{id}/cancellation           members
			GET     /reservations/{id}/pay                    members
			GET     /reservations/{id}/receipt                members
			GET     /reservations/{id}/tickets/{seat}         members
			GET     /reset                                    everybody
			GET     /reset/code                               everybody
			GET     /reset/link                               everybody
			GET     /shows/{showId}/seats                     members
			GET     /shows/{showId}/seats/states              members
			GET     /robots.txt                               everybody
			GET     /signup                                   everybody
			GET     /sitemap.xml                              everybody
			POST    /api/v1/concerts                          PROGRAMME
			POST    /api/v1/concerts/{id}/queue-tokens        members
			POST    /api/v1/members                           everybody
			POST    /api/v1/office/concerts/{id}/copies       PROGRAMME
			POST    /api/v1/office/orders/{id}/reseat         BOX_OFFICE
			POST    /api/v1/office/shows/{id}/blocks          BOX_OFFICE(own)
			POST    /api/v1/office/shows/{id}/cancellation    BOX_OFFICE(own)
			POST    /api/v1/office/shows/{id}/complimentary   BOX_OFFICE(own)
			POST    /api/v1/office/shows/{id}/move            BOX_OFFICE(own)
			POST    /api/v1/office/staff                      owners
			POST    /api/v1/office/orders/{id}/refunds        BOX_OFFICE
			POST    /api/v1/payments                          members
			POST    /api/v1/reservations                      members
			POST    /api/v1/sessions                          everybody
			POST    /api/v1/sessions/second-factor            members
			POST    /api/v1/wallet/charges                    members
			POST    /concerts/{concertId}/queue               members
			POST    /concerts/{concertId}/queue/leave         members
			POST    /concerts/{concertId}/queue/call          members
			POST    /concerts/{concertId}/queue/call/withdraw members
			POST    /email/confirm                            everybody
			POST    /language                                 everybody
			POST    /login/language                           everybody
			POST    /login/refused                            everybody
			POST    /me/account/delete                        members
			POST    /me/account/email                         members
			POST    /me/account/password                      members
			POST    /me/account/profile                       members
			POST    /me/account/recovery-codes                members
			POST    /me/account/sessions/end-others           members
			POST    /me/account/sessions/{id}/end             members
			POST    /me/wallet/charges                        members
			POST    /office/concerts/new                      PROGRAMME
			POST    /office/concerts/{id}/copy                PROGRAMME
			POST    /office/concerts/{id}/edit                PROGRAMME(own)
			POST    /office/concerts/{id}/queue               BOX_OFFICE(own)
			POST    /office/concerts/{id}/withdraw            PROGRAMME(own)
			POST    /office/invitations/{secret}              members
			POST    /office/orders/{id}/notes                 BOX_OFFICE+SUPPORT
			POST    /office/orders/{id}/refunds               BOX_OFFICE
			POST    /office/orders/{id}/reseat                BOX_OFFICE
			POST    /office/security/app                      staff(shown)
			POST    /office/security/app/remove               staff(shown)
			POST    /office/security/codes                    staff(shown)
			POST    /office/security/passkeys                 staff(shown)
			POST    /office/security/passkeys/options         staff(shown)
			POST    /office/security/passkeys/step            staff(shown)
			POST    /office/security/passkeys/step/options    staff(shown)
			POST    /office/security/passkeys/{id}/remove     staff(shown)
			POST    /office/security/step                     staff(shown)
			POST    /office/shows/{id}/cancel                 BOX_OFFICE(own)
			POST    /office/shows/{id}/move                   BOX_OFFICE(own)
			POST    /office/shows/{id}/seats                  BOX_OFFICE(own)
			POST    /office/staff                             owners
			POST    /office/staff/{id}/revoke                 owners
			POST    /office/staff/{id}/second-factor/reset    owners
			POST    /office/webhooks                          owners
			POST    /office/webhooks/messages/{id}/replay     owners
			POST    /office/webhooks/{id}/remove              owners
			POST    /reservations                             members
			POST    /reservations/{id}/cancel                 members
			POST    /reservations/{id}/pay                    members
			POST    /reset                                    everybody
			POST    /reset/code                               everybody
			POST    /reset/link                               everybody
			POST    /shows/{showId}/seats                     members
			POST    /signup                                   everybody
			PUT     /api/v1/admin/concerts/{id}/waiting-room  BOX_OFFICE(own)
			GET     /calendar                                 everybody
			GET     /help                                     everybody
			GET     /terms                                    everybody
			GET     /privacy                                  everybody
			GET     /concerts/{concertId}/favourite           members
			POST    /concerts/{concertId}/favourite           members
			GET     /concerts/{concertId}/wishes/{kind}       members
			POST    /concerts/{concertId}/wishes/{kind}       members
			GET     /concerts/{concertId}/queue/mail          members
			POST    /concerts/{concertId}/queue/mail          members
			GET     /me/favourites                            members
			GET     /office/texts                             PROGRAMME
			GET     /office/texts/{page}/{language}           PROGRAMME
			POST    /office/texts/{page}/{language}           PROGRAMME
			PUT     /api/v1/concerts/{id}                     PROGRAMME(own)
			""";

	private static final Authentication VISITOR = new AnonymousAuthenticationToken("key", "visitor",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	@Autowired
	private FilterChainProxy doors;

	/** A member for each role, and one without. */
	private final Map<StaffRole, UUID> members = new HashMap<>();

	/** A member for each role, which is for concert 1 alone. */
	private final Map<StaffRole, UUID> membersOfConcert1 = new HashMap<>();

	@BeforeEach
	void oneMemberForEachRole() {
		// the first concert of a database has the number 1, and so has its show
		ConcertFixture.onSale(this.programme, 1);
		this.members.put(null, new UUID(0, 1));
		for (StaffRole role : StaffRole.values()) {
			this.members.put(role, idOf(this.audience.staffAccount(role, null)));
			this.membersOfConcert1.put(role, idOf(this.audience.staffAccount(role, 1L)));
		}
		await().until(() -> mayUse(authenticate(this.membersOfConcert1.get(StaffRole.DOOR)), "GET /office"));
	}

	private UUID idOf(String username) {
		return UUID.fromString(this.jdbc.sql("select id from members where username = ?")
			.param(username)
			.query(String.class)
			.single());
	}

	@Test
	@ProvesRule(rule = "Every address is in the table of who may use it",
			brokenBy = "changing a rule of access, or adding a controller")
	@ProvesRule(rule = "The ticket office is open only to the roles of the table", guard = "OfficeAccessRules",
			brokenBy = "naming another role")
	void everyAddressIsInTheTableWithItsUsers(@Autowired ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		Map<String, String> found = new TreeMap<>();
		mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(AccessRulesIT::methodsAndPaths)
			.forEach((door) -> found.put(door, rule(door)));

		assertThat(found).isNotEmpty().doesNotContainValue("nobody");
		assertThat(found.entrySet().stream().map((door) -> door.getKey() + " " + door.getValue()).toList())
			.containsExactlyInAnyOrderElementsOf(
					DOORS.lines().map((line) -> line.strip().replaceAll(" +", " ")).sorted().toList());
	}

	/** So it does not matter in which order the modules are asked. */
	@Test
	void rulesOfTwoModulesForOneAddressAgree(@Autowired List<AccessRules> modules) {
		assertThat(DOORS.lines().map((line) -> line.strip().split(" +"))).allSatisfy((door) -> {
			MockHttpServletRequest request = request(door[0] + " " + door[1]);
			assertThat(modules.stream()
				.flatMap((module) -> module.rules().stream().filter((rule) -> fits(rule, request)).limit(1))
				.map((rule) -> rule.who() + " " + rule.roles())
				.distinct()).as(door[1]).hasSizeLessThanOrEqualTo(1);
		});
	}

	private static boolean fits(AccessRule rule, MockHttpServletRequest request) {
		return (rule.methods().isEmpty() || rule.methods().contains(HttpMethod.valueOf(request.getMethod())))
				&& rule.addresses()
					.stream()
					.anyMatch((address) -> PathPatternRequestMatcher.pathPattern(address).matches(request));
	}

	/** The security rule of polls matches GET alone. */
	@Test
	void headIsAllowedWhereGetIs() {
		assertThat(DOORS.lines()
			.map((line) -> line.strip().split(" +"))
			.filter((door) -> door[0].equals("GET") && !door[1].endsWith("/queue/place"))).isNotEmpty()
			.allSatisfy((door) -> assertThat(rule("HEAD " + door[1])).as(door[1]).isEqualTo(door[2]));
	}

	private static Stream<String> methodsAndPaths(RequestMappingInfo mapping) {
		Set<RequestMethod> declared = mapping.getMethodsCondition().getMethods();
		Set<String> methods = declared.isEmpty() ? Set.of("GET")
				: declared.stream().map(RequestMethod::name).collect(Collectors.toCollection(TreeSet::new));
		return mapping.getPatternValues()
			.stream()
			.flatMap((path) -> methods.stream().map((method) -> method + " " + path));
	}

	private String rule(String door) {
		if (mayUse(VISITOR, door)) {
			return "everybody";
		}
		if (mayUse(login(null), door)) {
			return "members";
		}
		List<StaffRole> roles = Arrays.stream(StaffRole.values()).filter((role) -> mayUse(login(role), door)).toList();
		if (!roles.contains(StaffRole.OWNER)) {
			return "nobody";
		}
		return describe(roles) + scope(roles, door);
	}

	private static String describe(List<StaffRole> roles) {
		if (roles.size() == StaffRole.values().length) {
			return "staff";
		}
		return (roles.size() == 1) ? "owners"
				: roles.stream().skip(1).map(StaffRole::name).collect(Collectors.joining("+"));
	}

	/** What members may use who have the roles for concert 1 alone. */
	private String scope(List<StaffRole> roles, String door) {
		String found = null;
		for (StaffRole role : StaffRole.values()) {
			Authentication login = authenticate(this.membersOfConcert1.get(role));
			boolean own = mayUse(login, door);
			boolean other = mayUse(login, door.replaceAll("\\{[^/]+}", "2"));
			if (!roles.contains(role)) {
				assertThat(own || other).as(role + " " + door).isFalse();
				continue;
			}
			String seen = own ? (other ? "(shown)" : "(own)") : "";
			assertThat(found).as(role + " " + door).isIn(null, seen);
			found = seen;
		}
		return found;
	}

	private boolean mayUse(Authentication visitor, String door) {
		MockHttpServletRequest request = request(door);
		return this.doors.getFilterChains()
			.stream()
			.filter((chain) -> chain.matches(request))
			.findFirst()
			.orElseThrow()
			.getFilters()
			.stream()
			.filter(AuthorizationFilter.class::isInstance)
			.map((filter) -> ((AuthorizationFilter) filter).getAuthorizationManager())
			.allMatch((rules) -> rules.authorize(() -> visitor, request).isGranted());
	}

	private static MockHttpServletRequest request(String door) {
		String[] parts = door.split(" ");
		return new MockHttpServletRequest(parts[0], parts[1].replaceAll("\\{[^/]+}", "1"));
	}

	/** A member with this role for all concerts; without any if it is null. */
	private Authentication login(StaffRole role) {
		return authenticate(this.members.get(role));
	}

	private static Authentication authenticate(UUID id) {
		Member member = new Member(id, "mina", "Mina", Role.MEMBER, Instant.EPOCH);
		return UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
	}

}
