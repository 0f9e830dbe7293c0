package parallax.enrich.story;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for. Two who ask at once may both make it: it must be the same each time. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> make;
    private volatile @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }
}
