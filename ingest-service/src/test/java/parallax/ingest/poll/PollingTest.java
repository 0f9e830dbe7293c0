package parallax.ingest.poll;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;

/** The whole service; the constructor is given who manages its sources, a site that it polls and the topic, each test new ones. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IngestTest
@ExtendWith(PollingTest.Parts.class)
@interface PollingTest {

    final class Parts implements ParameterResolver {

        private static final Map<Class<?>, Callable<?>> WITH_EACH_TEST =
                Map.of(WebSite.class, WebSite::new, RawTopic.class, RawTopic::new);

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            Class<?> type = parameter.getParameter().getType();
            return type == SourcesClient.class || WITH_EACH_TEST.containsKey(type);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            Class<?> type = parameter.getParameter().getType();
            if (type == SourcesClient.class) {
                String port = SpringExtension.getApplicationContext(test)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port");
                return new SourcesClient(Integer.parseInt(port));
            }
            try {
                Object part = Objects.requireNonNull(WITH_EACH_TEST.get(type)).call();
                test.getStore(ExtensionContext.Namespace.create(Parts.class)).put(type, part); // which closes it
                return part;
            } catch (Exception e) {
                throw new ParameterResolutionException("no " + type.getSimpleName(), e);
            }
        }
    }
}
