package parallax.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text made from a document by cutting and replacing, which still knows where in the document each of its characters stood. */
public final class TracedText implements CharSequence {

    private final String text;
    private final int[] origin;

    private TracedText(String text, int[] origin) {
        this.text = text;
        this.origin = origin;
    }

    /** The whole document. */
    public static TracedText of(String document) {
        int[] origin = new int[document.length()];
        Arrays.setAll(origin, i -> i);
        return new TracedText(document, origin);
    }

    /**
     * Text of known places.
     *
     * @param origin where in the document each UTF-16 code unit of {@code text} stands; ascending
     */
    public static TracedText of(String text, int[] origin) {
        if (text.length() != origin.length) {
            throw new IllegalArgumentException("each character needs an origin");
        }
        return new TracedText(text, origin.clone());
    }

    /** Each of {@code parts} on a line of its own. */
    public static TracedText lines(List<TracedText> parts) {
        int length = parts.stream().mapToInt(part -> part.length() + 1).sum();
        StringBuilder text = new StringBuilder(length);
        int[] places = new int[length];
        for (TracedText part : parts) {
            places = part.copy(0, part.length(), text, places);
            places[text.length()] = part.place(part.length());
            text.append('\n');
        }
        return new TracedText(text.toString(), places);
    }

    /** The part from {@code start} to {@code end}. */
    @Override
    public TracedText subSequence(int start, int end) {
        return new TracedText(text.substring(start, end), Arrays.copyOfRange(origin, start, end));
    }

    /** The part from {@code start} on. */
    public TracedText from(int start) {
        return subSequence(start, length());
    }

    /** All but the part from {@code start} to {@code end}. */
    public TracedText without(int start, int end) {
        int[] places = new int[length() - (end - start)];
        System.arraycopy(origin, 0, places, 0, start);
        System.arraycopy(origin, end, places, start, length() - end);
        return new TracedText(text.substring(0, start) + text.substring(end), places);
    }

    /**
     * All but {@code parts}.
     *
     * @param parts in their order, none within another; offsets in this text
     */
    public TracedText without(List<Place> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        StringBuilder left = new StringBuilder(text.length());
        int[] places = new int[text.length()];
        int copied = 0;
        for (Place part : parts) {
            places = copy(copied, part.start(), left, places);
            copied = part.end();
        }
        places = copy(copied, text.length(), left, places);
        return new TracedText(left.toString(), Arrays.copyOf(places, left.length()));
    }

    /** Whether {@code part} stands somewhere in it: a quick look before a slow pattern. */
    public boolean contains(String part) {
        return text.contains(part);
    }

    /** Without white space at either end. */
    public TracedText strip() {
        int start = 0;
        int end = length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return subSequence(start, end);
    }

    /** Every match of {@code pattern} replaced; the new characters stand where the match began. */
    public TracedText replace(Pattern pattern, Function<MatchResult, String> replacement) {
        Matcher matcher = pattern.matcher(text);
        return replace(matcher, matcher::find, replacement);
    }

    /** Every match of {@code seeker} replaced; the new characters stand where the match began. */
    public TracedText replace(Seeker seeker, Function<MatchResult, String> replacement) {
        Seeker.Search search = seeker.in(text);
        return replace(search.match(), search::find, replacement);
    }

    private TracedText replace(Matcher matcher, BooleanSupplier next, Function<MatchResult, String> replacement) {
        if (!next.getAsBoolean()) {
            return this;
        }
        StringBuilder changed = new StringBuilder(text.length());
        int[] places = new int[text.length() + 16];
        int copied = 0;
        do {
            places = copy(copied, matcher.start(), changed, places);
            String put = replacement.apply(matcher.toMatchResult());
            places = room(places, changed.length() + put.length());
            Arrays.fill(places, changed.length(), changed.length() + put.length(), place(matcher.start()));
            changed.append(put);
            copied = matcher.end();
        } while (next.getAsBoolean());
        places = copy(copied, text.length(), changed, places);
        return new TracedText(changed.toString(), Arrays.copyOf(places, changed.length()));
    }

    /** Every match of {@code pattern} taken out. */
    public TracedText remove(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return remove(matcher, matcher::find);
    }

    /** Every match of {@code seeker} taken out. */
    public TracedText remove(Seeker seeker) {
        Seeker.Search search = seeker.in(text);
        return remove(search.match(), search::find);
    }

    private TracedText remove(Matcher matcher, BooleanSupplier next) {
        List<Place> found = new ArrayList<>();
        while (next.getAsBoolean()) {
            found.add(new Place(matcher.start(), matcher.end()));
        }
        return without(found);
    }

    /** Only group {@code group} of every match of {@code pattern} left of it, with its own places. */
    public TracedText keepGroup(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(text);
        return keepGroup(matcher, matcher::find, group);
    }

    /** Only group {@code group} of every match of {@code seeker} left of it, with its own places. */
    public TracedText keepGroup(Seeker seeker, int group) {
        Seeker.Search search = seeker.in(text);
        return keepGroup(search.match(), search::find, group);
    }

    private TracedText keepGroup(Matcher matcher, BooleanSupplier next, int group) {
        List<Place> around = new ArrayList<>();
        while (next.getAsBoolean()) {
            boolean has = matcher.start(group) >= 0;
            around.add(new Place(matcher.start(), has ? matcher.start(group) : matcher.end()));
            if (has) {
                around.add(new Place(matcher.end(group), matcher.end()));
            }
        }
        return without(around);
    }

    /**
     * The same text in other characters, one for one.
     *
     * @throws IllegalArgumentException if {@code mapping} changes the length
     */
    public TracedText map(UnaryOperator<String> mapping) {
        String mapped = mapping.apply(text);
        if (mapped.length() != text.length()) {
            throw new IllegalArgumentException("a mapping must keep the length");
        }
        return new TracedText(mapped, origin);
    }

    /** Where in the document the part from {@code start} to {@code end} stands, in UTF-16 code units. */
    public Place place(int start, int end) {
        return start >= end ? new Place(place(start), place(start)) : new Place(origin[start], origin[end - 1] + 1);
    }

    /** Where in the document all of this stands. */
    public Place place() {
        return place(0, length());
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }

    private int place(int index) {
        if (index < origin.length) {
            return origin[index];
        }
        return origin.length == 0 ? 0 : origin[origin.length - 1] + 1;
    }

    private int[] copy(int start, int end, StringBuilder to, int[] places) {
        int[] enough = room(places, to.length() + end - start);
        System.arraycopy(origin, start, enough, to.length(), end - start);
        to.append(text.substring(
                start, end)); // faster than one character after the other, as a part of a sequence is appended
        return enough;
    }

    private static int[] room(int[] places, int needed) {
        return needed <= places.length ? places : Arrays.copyOf(places, Math.max(needed, places.length * 2));
    }

    /**
     * A part of a text.
     *
     * @param start offset of its first character, in UTF-16 code units
     * @param end offset after its last
     */
    public record Place(int start, int end) {}
}
