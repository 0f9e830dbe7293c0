package parallax.enrich.annotate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import parallax.enrich.text.Folding;
import parallax.enrich.text.RegionalWords;

/**
 * The id of an entity that no table holds: made from its name, so that every article that names it so gives it the same id,
 * in whichever script and in the words of the mainland or of Taiwan.
 */
final class EntityId {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['’]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private EntityId() {}

    /** {@code François Chollet} is {@code francois-chollet}; {@code 鮑里斯·切爾尼} is {@code 鲍里斯-切尔尼}; empty if nothing is left. */
    static String of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(Folding.fold(name), Normalizer.Form.NFD))
                .replaceAll("");
        String joined = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String id = ENDS.matcher(joined).replaceAll("");
        return RegionalWords.mainland(id);
    }
}
