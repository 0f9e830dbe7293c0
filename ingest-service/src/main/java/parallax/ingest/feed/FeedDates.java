package parallax.ingest.feed;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as feeds write them. What cannot be read, or cannot be, is no date, and is told. */
final class FeedDates {

    /** A clock that is wrong by so much is forgiven, as is a zone left out. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final String TIME =
            "(?:[T ,]*\\s*(?:at\\s+)?(\\d{1,2})[:h.](\\d{1,2})(?:[:.](\\d{1,2}))?(?:[.,]\\d+)?\\s*([AaPp]\\.?[Mm]\\.?)?)?";
    private static final String ZONE =
            "\\s*(?:\\(?([A-Za-z]{1,5}(?:/[A-Za-z_]+)?)?\\s*([+-]\\s?\\d{1,2}:?\\d{0,2})?\\)?)?(?:\\s*\\([^)]{0,40}\\))?$";
    private static final Pattern ISO = Pattern.compile("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME + ZONE);
    private static final Pattern COMPACT =
            Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?)?()" + ZONE);
    private static final Pattern HAN =
            Pattern.compile("^(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日" + TIME + ZONE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "^(?:(\\p{L}+)\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(\\p{L}+)\\.?,?[\\s-]+(\\d{4}|\\d{2})" + TIME
                    + ZONE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "^(?:(\\p{L}+)\\.?,?\\s+)?(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME + ZONE);
    private static final Pattern UNIX_DATE = Pattern.compile(
            "^(\\p{L}+)\\s+(\\p{L}+)\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+([A-Za-z]{1,5})?\\s*([+-]\\d{4})?\\s*(\\d{4})$");
    private static final Pattern EPOCH = Pattern.compile("^(\\d{9,10})(\\d{3})?$");

    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("WET", "Z"),
            Map.entry("WEST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("HKT", "+08:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("AWST", "+08:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"),
            Map.entry("Z", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"));

    private final Instant now;
    private final @Nullable String language;
    private final Warnings warnings;

    FeedDates(Instant now, @Nullable String language, Warnings warnings) {
        this.now = now;
        this.language = language;
        this.warnings = warnings;
    }

    /** When {@code text} says, in UTC where it names no zone. */
    @Nullable
    Instant read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant date;
        try {
            date = parse(text.strip().replace('\u00A0', ' ').replaceAll("\\s+", " "));
        } catch (DateTimeException | NumberFormatException e) {
            date = null;
        }
        if (date == null) {
            warnings.add("date-unreadable", "The date " + Warnings.quote(text) + " cannot be read; taken as none.");
            return null;
        }
        if (date.isAfter(now.plus(AHEAD))) {
            warnings.add("date-future", "The date " + Warnings.quote(text) + " is yet to come; taken as none.");
            return null;
        }
        if (date.isBefore(EARLIEST)) {
            warnings.add("date-implausible", "The date " + Warnings.quote(text) + " is before the web; taken as none.");
            return null;
        }
        return date;
    }

    private @Nullable Instant parse(String text) {
        Matcher m = EPOCH.matcher(text);
        if (m.matches()) {
            return Instant.ofEpochSecond(Long.parseLong(m.group(1)));
        }
        for (Pattern numbers : new Pattern[] {ISO, HAN, COMPACT}) {
            m = numbers.matcher(text);
            if (m.matches()) {
                return at(year(m.group(1)), Integer.parseInt(m.group(2)), m.group(3), m, 4);
            }
        }
        m = UNIX_DATE.matcher(text);
        if (m.matches()) {
            Month month = month(m.group(2));
            return month == null
                    ? null
                    : LocalDateTime.of(
                                    Integer.parseInt(m.group(9)),
                                    month,
                                    Integer.parseInt(m.group(3)),
                                    Integer.parseInt(m.group(4)),
                                    Integer.parseInt(m.group(5)),
                                    Integer.parseInt(m.group(6)))
                            .atZone(zone(m.group(7), m.group(8), text))
                            .toInstant();
        }
        for (Pattern words : new Pattern[] {DAY_FIRST, MONTH_FIRST}) {
            m = words.matcher(text);
            boolean dayFirst = words == DAY_FIRST;
            Month month = m.matches() ? month(m.group(dayFirst ? 3 : 2)) : null;
            if (month != null) {
                String day = m.group(dayFirst ? 2 : 3);
                checkWeekday(m.group(1), LocalDate.of(year(m.group(4)), month, Integer.parseInt(day)), text);
                return at(year(m.group(4)), month.getValue(), day, m, 5);
            }
        }
        return null;
    }

    /** The time's groups begin at {@code time}: hour, minute, second, half of the day, zone by name, offset. */
    private Instant at(int year, int month, String day, Matcher m, int time) {
        LocalDate date = LocalDate.of(year, month, Integer.parseInt(day));
        int hour = number(m.group(time));
        String half = m.group(time + 3);
        if (half != null && !half.isEmpty()) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        boolean midnight = hour == 24 && number(m.group(time + 1)) == 0;
        LocalTime clock =
                LocalTime.of(midnight ? 0 : hour, number(m.group(time + 1)), Math.min(59, number(m.group(time + 2))));
        return date.plusDays(midnight ? 1 : 0)
                .atTime(clock)
                .atZone(zone(m.group(time + 4), m.group(time + 5), m.group()))
                .toInstant();
    }

    private ZoneId zone(@Nullable String name, @Nullable String offset, String text) {
        if (offset != null) {
            String digits = offset.replaceAll("[\\s:]", "");
            String hours = digits.substring(1).length() <= 2 ? digits.substring(1) + "00" : digits.substring(1);
            return ZoneOffset.of(digits.charAt(0) + (hours.length() == 3 ? "0" : "") + hours);
        }
        if (name == null || name.isEmpty()) {
            return ZoneOffset.UTC;
        }
        if (name.equalsIgnoreCase("CST")
                && language != null
                && language.toLowerCase(Locale.ROOT).startsWith("zh")) {
            return ZoneOffset.ofHours(8);
        }
        String known = ZONES.get(name.toUpperCase(Locale.ROOT));
        if (known != null) {
            return ZoneOffset.of(known);
        }
        if (name.contains("/")) {
            return ZoneId.of(name);
        }
        warnings.add("date-zone-unknown", "The time zone of " + Warnings.quote(text) + " is unknown; taken as UTC.");
        return ZoneOffset.UTC;
    }

    private void checkWeekday(@Nullable String name, LocalDate date, String text) {
        if (name == null || name.length() < 2) {
            return;
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            String english = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            if (english.startsWith(name.toLowerCase(Locale.ROOT)) && day != date.getDayOfWeek()) {
                warnings.add(
                        "date-weekday", "The weekday of " + Warnings.quote(text) + " is another; the date counts.");
            }
        }
    }

    private static @Nullable Month month(String name) {
        return MONTHS.get(name.toLowerCase(Locale.ROOT));
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static Map<String, Month> months() {
        Map<String, Month> names = new HashMap<>();
        for (String language : new String[] {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "ru"}) {
            for (Month month : Month.values()) {
                for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
                    String name = month.getDisplayName(style, Locale.forLanguageTag(language));
                    names.putIfAbsent(name.toLowerCase(Locale.ROOT).replace(".", ""), month);
                }
            }
        }
        names.put("sept", Month.SEPTEMBER);
        return Map.copyOf(names);
    }
}
