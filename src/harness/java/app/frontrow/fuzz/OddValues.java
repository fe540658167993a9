package app.frontrow.fuzz;

import java.util.List;
import java.util.Random;

/**
 * Values that are seldom meant.
 */
final class OddValues {

	static final List<String> TEXTS = List.of("", " ", "김하늘", "🎫👩‍👩‍👧‍👦", "\u202Eevil\u202C", "\u0000", "a\u0000b",
			"\uFFFE\uFFFF", "\u0001\u0007\u001b[31m", "\r\nSet-Cookie: a=b\r\n\r\n", "\t\n",
			"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{7*7}}", "${7*7}", "[[${7*7}]]",
			"__${7*7}__", "#{7*7}", "' or '1'='1", "\"; drop table members; --", "%", "_", "!%_", "\\",
			"../../../../etc/passwd", "null", "undefined", "NaN", "true", "-1", "0", "1e400", "ﷺ",
			"Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘", "İıſK", "٣", "½", "한\u1112\u1161\u11ab",
			"\u200b", "\uD800\uDC00", "9999-12-31T23:59:59Z", "+1000000000-12-31T23:59:59.999999999Z",
			"-1000000000-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "2030-02-30T00:00:00Z",
			"2030-01-01", "2030-01-01T00:00:00", "00000000-0000-0000-0000-000000000000", "ON_SALE", "on_sale", "ADMIN");

	/** As they stand in JSON. */
	static final List<String> VALUES = List.of("null", "true", "false", "0", "-0", "-1", "1", "51", "1.5", "1e3",
			"1e400", "-1e400", "1e-400", "2147483647", "2147483648", "-2147483649", "9223372036854775807",
			"9223372036854775808", "-9223372036854775809", "1" + "0".repeat(400), "0." + "0".repeat(900) + "1",
			"1" + "0".repeat(2000), "[]", "{}", "[[]]", "[null]", "[1,\"1\",1.5]", "{\"a\":{\"b\":[1]}}", "\"\"",
			"\"1\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"김\\ud83c\"", "[1,2,3,4]", "[1,1]", "[50]",
			"NaN", "Infinity", "01", "+1", ".5", "'x'", "undefined", "0x10");

	/** As they may stand in the place of an id; percent signs are meant. */
	static final List<String> IDS = List.of("0", "-1", "1", "-9223372036854775808", "9223372036854775807",
			"9223372036854775808", "99999999999999999999999999", "1.0", "1e3", "0x1", "+1", "%2B1", "%31", "1%00",
			"%00", "%0d%0aX-Evil:1", "%ED%A0%80", "%FF", "%C0%AF", "%", "%zz", "%u0041", "..", "%2e%2e", "..%2f..",
			"1%2F2", "%2F", "1%5C2", "1;x=y", ";", "1;jsessionid=1", "1%3Bx", "1%3F", "%23", "me", "current", "null",
			"좌석", "%EC%A2%8C", "%F0%9F%8E%AB", "1%20", "%20", "+", "*", "{id}", "%7Bid%7D", "[1]", "a|b", "\\", "^",
			"`", "\"", "<script>", "%3Cscript%3E", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1",
			"x".repeat(3000), "9".repeat(300), "1.json", "1/", "1//", "1/.", "1/..", "./1", ".%2e/1", "1/nope", "~",
			"@", "1,2", "٣");

	/** As they may stand in a query; percent signs are meant. */
	static final List<String> QUERIES = List.of("page=-1", "page=100001", "page=2147483647", "page=2147483648",
			"page=1e9", "page=", "page", "page=%00", "page=٣", "page=0&page=1", "page=0,1", "page[]=1", "page.x=1",
			"size=0", "size=-1", "size=101", "size=1000000000", "size=NaN", "size=5&size=x", "q=", "q=%25", "q=_",
			"q=!%25_", "q=%00", "q=%F0%9F%8E%AB", "q=%ED%A0%80", "q=%FF%FE", "q=%zz", "q=%", "q=a%", "q=%3Cscript%3E",
			"q='%20or%201=1--", "q=%5C", "q=a&q=b", "q=김", "status=ON_SALE", "status=on_sale", "status=", "status=NOPE",
			"status=0", "status=HELD&status=PAID", "&&&&", "=", "=x", "a=b=c", "%00=1", "%zz=1",
			"class.module.classLoader=x", "sort=id,desc", "from=-1", "from=9223372036854775808", "seats=1,2,x",
			"seats=", "continue", "error", "lang=ko", "_method=DELETE", "x=<script>", "{x}", "x={y}", "x=%7By%7D",
			"x|y", "x=\"", "[x]", "x=^", "x=`", "x=\\");

	private OddValues() {
	}

	static String text(Random random) {
		return switch (random.nextInt(12)) {
			case 0 -> "가".repeat(random.nextInt(300));
			case 1 -> "x".repeat(random.nextInt(6000));
			case 2 -> random.ints(random.nextInt(60), 0, Character.MAX_CODE_POINT + 1)
				.filter((point) -> point < 0xd800 || point > 0xdfff)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
			default -> one(TEXTS, random);
		};
	}

	static <T> T one(List<T> list, Random random) {
		return list.get(random.nextInt(list.size()));
	}

}
