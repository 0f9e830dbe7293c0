package parallax.enrich.interview;

/**
 * A number with its unit, the same in every language and script.
 *
 * @param value in units
 * @param unit {@code percent}, {@code times}, {@code usd}, {@code year}, {@code month}, {@code day}, {@code hour}, {@code watt} … or {@code count}
 */
public record Quantity(double value, String unit) {

    /**
     * How much it tells that two texts share it, in nats: numbers in texts fall off about as 1/n (Benford), so a number of many
     * digits is rarer than a round one, a large one rarer than a small one unless it is but a power of ten ("billions"), and one with a unit rarer than a count.
     */
    public double information() {
        double mantissa = Math.abs(value);
        while (mantissa >= 10 && mantissa % 10 == 0) {
            mantissa /= 10;
        }
        while (mantissa < 1e6 && mantissa != Math.rint(mantissa)) {
            mantissa *= 10;
        }
        double size = Math.abs(value) >= 1000 && mantissa > 1 ? 0.3 * Math.log10(Math.abs(value)) : 0;
        return 0.6 * Math.log(1 + mantissa) + size + (unit.equals("count") ? 0 : 0.5);
    }
}
