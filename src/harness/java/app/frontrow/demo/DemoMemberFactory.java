package app.frontrow.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.members.Member;
import app.frontrow.members.MemberService;
import app.frontrow.shared.StaffRole;
import app.frontrow.staff.StaffService;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everybody in the demo: the accounts to log in with, and an invented audience that has
 * bought tickets before.
 */
class DemoMemberFactory {

	static final String PASSWORD = "frontrow-demo";

	private static final String FIRST = "haneul";

	private static final String LAST = "admin";

	private static final List<String> AUDIENCE = List.of("하늘", "서준", "Amélie", "지우", "도현", "Mateo", "수아", "예린", "Freja",
			"시우", "하준", "Noor", "다은");

	private static final List<String> USERNAMES = List.of(FIRST, "seojun", "amelie", "jiwoo", "dohyun", "mateo", "sua",
			"yerin", "freja", "siwoo", "hajun", "noor", "daeun");

	private final MemberService members;

	private final StaffService staff;

	private final TransactionTemplate transaction;

	DemoMemberFactory(MemberService members, StaffService staff, TransactionTemplate transaction) {
		this.members = members;
		this.staff = staff;
		this.transaction = transaction;
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
					? member(USERNAMES.get(index), UUID.randomUUID().toString(), AUDIENCE.get(index))
					: member("guest" + index, UUID.randomUUID().toString(), "Guest " + index))
			.toList();
	}

	Member mina() {
		return member("mina", PASSWORD, "민아");
	}

	Member joon() {
		return member("joon", PASSWORD, "준");
	}

	/**
	 * The staff. The owner comes last: that there is one says that the demo data are
	 * complete.
	 */
	void staff() {
		grant(member("sera", PASSWORD, "세라"), StaffRole.BOX_OFFICE);
		grant(member("doyun", PASSWORD, "도윤"), StaffRole.SUPPORT);
		grant(member(LAST, PASSWORD, "매표소"), StaffRole.OWNER);
	}

	private void grant(Member member, StaffRole role) {
		this.transaction.executeWithoutResult((status) -> this.staff.grant(member.id(), role, null));
	}

	private Member member(String username, String password, String displayName) {
		return find(username).orElseGet(() -> this.members.register(username, password, displayName));
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
