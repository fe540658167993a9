package app.frontrow.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.members.Member;
import app.frontrow.members.MemberService;
import app.frontrow.members.Role;

/**
 * Everybody in the demo: the three accounts to log in with, and an invented audience that
 * has bought tickets before.
 */
class DemoMemberFactory {

	static final String PASSWORD = "frontrow-demo";

	private static final String FIRST = "haneul";

	private static final String LAST = "admin";

	private static final List<String> AUDIENCE = List.of("하늘", "서준", "Amélie", "지우", "도윤", "Mateo", "수아", "예린", "Freja",
			"시우", "하준", "Noor", "다은");

	private static final List<String> USERNAMES = List.of(FIRST, "seojun", "amelie", "jiwoo", "doyun", "mateo", "sua",
			"yerin", "freja", "siwoo", "hajun", "noor", "daeun");

	private final MemberService members;

	DemoMemberFactory(MemberService members) {
		this.members = members;
	}

	/**
	 * Whether nobody has an account yet, or an earlier start broke off before the last.
	 */
	boolean incomplete() {
		return this.members.search("", 0, 1).totalItems() == 0 || (exists(FIRST) && !exists(LAST));
	}

	/** People to sell tickets to; nobody can log in as one of them. */
	List<Member> audience(int size) {
		return IntStream.range(0, size)
			.mapToObj((index) -> (index < USERNAMES.size())
					? member(USERNAMES.get(index), UUID.randomUUID().toString(), AUDIENCE.get(index), Role.MEMBER)
					: member("guest" + index, UUID.randomUUID().toString(), "Guest " + index, Role.MEMBER))
			.toList();
	}

	Member mina() {
		return member("mina", PASSWORD, "민아", Role.MEMBER);
	}

	Member joon() {
		return member("joon", PASSWORD, "준", Role.MEMBER);
	}

	/**
	 * Comes last: that there is an administrator says that the demo data are complete.
	 */
	Member admin() {
		return member(LAST, PASSWORD, "매표소", Role.ADMIN);
	}

	private Member member(String username, String password, String displayName, Role role) {
		return find(username).orElseGet(() -> this.members.register(username, password, displayName, role));
	}

	private boolean exists(String username) {
		return find(username).isPresent();
	}

	private Optional<Member> find(String username) {
		return this.members.search(username, 0, 100)
			.items()
			.stream()
			.filter((member) -> member.username().equals(username))
			.findFirst();
	}

}
