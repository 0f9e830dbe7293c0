package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a request, the answer is a problem (RFC 9457) that says what, where, and how to mend it. */
class ProblemsIT extends RunningService {

    private static final String JSON = "application/json";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @TestFactory
    Stream<DynamicTest> every_endpoint_says_how_it_is_to_be_asked() {
        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThan(25);
        return endpoints.stream().flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Endpoint endpoint) {
        List<DynamicTest> tests = new ArrayList<>();
        String name = endpoint.method() + " " + endpoint.path();
        tests.add(dynamicTest(name + " by another method", () -> {
            HttpResponse<String> answer = send(endpoint.otherMethod(), endpoint.path(), JSON, "{}");
            JsonNode problem = problem(answer, 405, "wrong-method");
            assertThat(problem.path("detail").asString()).contains(endpoint.otherMethod(), endpoint.method());
            assertThat(answer.headers().firstValue("Allow")).isPresent();
        }));
        for (Parameter parameter : endpoint.parameters()) {
            RequestParam query = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
            if (query != null && isRequired(query)) {
                String missing = name(parameter);
                String others = endpoint.required().stream()
                        .filter(one -> !one.equals(missing))
                        .map(one -> one + "=x")
                        .collect(Collectors.joining("&"));
                tests.add(dynamicTest(name + " without " + missing, () -> {
                    boolean form = endpoint.method().equals("POST");
                    HttpResponse<String> answer = send(
                            endpoint.method(),
                            form ? endpoint.path() : endpoint.path() + "?" + others,
                            "application/x-www-form-urlencoded",
                            form ? others : "");
                    assertThat(problem(answer, 400, "missing-parameter")
                                    .path("detail")
                                    .asString())
                            .contains(missing + "=…");
                }));
            }
            if (query != null && (parameter.getType() == Integer.class || parameter.getType() == int.class)) {
                tests.add(dynamicTest(name + " with words for the number " + parameter.getName(), () -> {
                    HttpResponse<String> answer =
                            send(endpoint.method(), endpoint.path() + "?" + parameter.getName() + "=many", JSON, "");
                    assertThat(problem(answer, 400, "bad-parameter")
                                    .path("detail")
                                    .asString())
                            .contains(parameter.getName(), "a whole number", "many");
                }));
            }
            RequestBody body = parameter.getAnnotation(RequestBody.class);
            if (body != null) {
                tests.add(dynamicTest(name + " with what is no JSON", () -> assertThat(problem(
                                        send(endpoint.method(), endpoint.path(), JSON, "{\n \"a\": nonsense}"),
                                        400,
                                        "unreadable")
                                .path("detail")
                                .asString())
                        .contains("line 2")));
                tests.add(dynamicTest(name + " with a field that there is not", () -> assertThat(problem(
                                        send(endpoint.method(), endpoint.path(), JSON, "{\"nonsense\": null}"),
                                        400,
                                        "unknown-field")
                                .path("detail")
                                .asString())
                        .contains("\"nonsense\"; there are ")));
                tests.add(dynamicTest(name + " with a body called text", () -> assertThat(problem(
                                        send(endpoint.method(), endpoint.path(), "text/plain", "{}"),
                                        415,
                                        "unsupported-content-type")
                                .path("detail")
                                .asString())
                        .contains("text/plain", "Content-Type: application/json")));
                tests.add(dynamicTest(name + " with too large a body", () -> assertThat(problem(
                                        send(
                                                endpoint.method(),
                                                endpoint.path(),
                                                JSON,
                                                "{\"why\":\"" + "x".repeat(300_000) + "\"}"),
                                        413,
                                        "too-large")
                                .path("detail")
                                .asString())
                        .contains("262144", "parallax.publish.max-request")));
                if (body.required()) {
                    tests.add(dynamicTest(
                            name + " without a body",
                            () -> problem(send(endpoint.method(), endpoint.path(), JSON, ""), 400, "unreadable")));
                }
            }
        }
        boolean looksUp = endpoint.method().equals("GET") || endpoint.method().equals("DELETE");
        if (looksUp && endpoint.path().contains("/none") && endpoint.required().isEmpty()) {
            tests.add(dynamicTest(name + " of what there is not", () -> assertThat(problem(
                                    send(endpoint.method(), endpoint.path(), JSON, "{}"),
                                    404,
                                    endpoint.path().contains("tokens") ? "unknown-token" : "not-found")
                            .path("detail")
                            .asString())
                    .contains("none")));
        }
        return tests.stream();
    }

    @Test
    void what_is_nowhere_is_said_to_be_nowhere_however_it_is_asked() {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
            JsonNode problem = problem(send(method, "/v1/nothing", JSON, "{}"), 404, "unknown-path");
            assertThat(problem.path("detail").asString()).contains("/v1/nothing");
        }
    }

    @Test
    void an_answer_that_nobody_takes_a_query_that_is_none_and_a_form_without_end() {
        problem(get("/v1/stories", "Accept", "image/png"), 406, "not-acceptable");
        problem(
                send("POST", "/websub", "application/x-www-form-urlencoded", "hub.mode=" + "x".repeat(300_000)),
                413,
                "too-large");
        problem(send("POST", "/websub", JSON, "{}"), 415, "unsupported-content-type");
    }

    @Test
    void an_address_that_is_not_encoded_as_it_should_be_is_said_to_be_so() throws Exception {
        for (String path : List.of("/v1/stories?cursor=%zz", "/feeds/stories.atom?topic=%zz")) {
            assertThat(raw(path)).as(path).startsWith("HTTP/1.1 400").contains("urn:parallax:problem:bad-query");
        }
        assertThat(raw("/feeds/stories.atom?topic=人工智能")) // Tomcat refuses it before any of ours sees it
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "urn:parallax:problem:request-malformed", "--data-urlencode");
    }

    private String raw(String path) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> send(String method, String path, String type, String body) {
        return writeOf(type, method, path, body);
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:parallax:problem:" + kind);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank().endsWith(".");
        assertThat(problem.path("instance").asString()).startsWith("/");
        return problem;
    }

    /** All of ours, one for each method and path. */
    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("parallax.")) {
                for (String pattern : mapping.getPatternValues()) {
                    Set<String> methods = new TreeSet<>();
                    mappings.getHandlerMethods().keySet().stream()
                            .filter(other -> other.getPatternValues().contains(pattern))
                            .forEach(other -> other.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> methods.add(method.name())));
                    endpoints.add(new Endpoint(
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .iterator()
                                    .next()
                                    .name(),
                            path(pattern),
                            methods,
                            List.of(handler.getMethod().getParameters())));
                }
            }
        });
        return endpoints;
    }

    private static String path(String pattern) {
        return pattern.replaceAll("\\{number:[^/]*}\\.", "1.")
                .replaceAll("\\{\\w+:([\\w-]+)[^}]*}", "$1")
                .replaceAll("\\{\\w+}", "none");
    }

    /**
     * Something that can be asked.
     *
     * @param methods that are taken at the same place
     */
    private record Endpoint(String method, String path, Set<String> methods, List<Parameter> parameters) {

        String otherMethod() {
            return Stream.of("PUT", "PATCH", "DELETE")
                    .filter(one -> !methods.contains(one))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> required() {
            return parameters.stream()
                    .filter(one -> one.isAnnotationPresent(RequestParam.class))
                    .filter(one -> isRequired(one.getAnnotation(RequestParam.class)))
                    .map(ProblemsIT::name)
                    .toList();
        }
    }

    private static boolean isRequired(RequestParam query) {
        return query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    private static String name(Parameter parameter) {
        RequestParam query = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
        return query == null || query.name().isEmpty() ? parameter.getName() : query.name();
    }
}
