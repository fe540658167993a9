package app.frontrow.shared;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.springframework.data.domain.Page;

/**
 * One page of a longer list, in the shape that the JSON API gives it.
 *
 * @param items the items of this page
 * @param page number of this page, from 0
 * @param size the largest number of items on a page
 * @param totalItems how many items there are on all pages
 * @param totalPages how many pages there are
 */
public record PageOf<T>(List<T> items, int page, int size, long totalItems, int totalPages) {

	/** The number of items on a page if the caller names none. */
	public static final int DEFAULT_SIZE = 20;

	/** The largest page size that a caller may ask for. */
	public static final int MAX_SIZE = 100;

	/**
	 * Makes the page from its items and the number of all items.
	 */
	public static <T> PageOf<T> of(List<T> items, int page, int size, long totalItems) {
		return new PageOf<>(items, page, size, totalItems, (int) ((totalItems + size - 1) / size));
	}

	/**
	 * Makes the page from its items. It calls {@code count} only if necessary: the last
	 * page gives the total by its own number and items, unless it is empty.
	 * @param count counts all items
	 */
	public static <T> PageOf<T> of(List<T> items, int page, int size, LongSupplier count) {
		boolean last = items.size() < size && (page == 0 || !items.isEmpty());
		return of(items, page, size, last ? (long) page * size + items.size() : count.getAsLong());
	}

	/**
	 * Makes the page from a page of Spring Data.
	 */
	public static <S, T> PageOf<T> of(Page<S> page, List<T> items) {
		return of(items, page.getNumber(), page.getSize(), page.getTotalElements());
	}

	/**
	 * Makes a page with the same numbers, in which each item is replaced by its mapped
	 * value.
	 */
	public <R> PageOf<R> map(Function<? super T, ? extends R> mapper) {
		return new PageOf<>(this.items.stream().<R>map(mapper).toList(), this.page, this.size, this.totalItems,
				this.totalPages);
	}

}
