package parallax.benchmarks.enrich;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;
import parallax.enrich.store.StoreSettings;
import parallax.enrich.store.StoryStore;
import parallax.enrich.story.Library;
import parallax.local.postgres.LocalPostgres;

/** A new PostgreSQL with enrich's schema, and enrich's own store over it; gone when closed. */
final class Database implements AutoCloseable {

    private static final String NAME = "parallax_enrich";

    private final Path folder;
    private final LocalPostgres server;
    private final HikariDataSource source = new HikariDataSource();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Database() {
        try {
            folder = Files.createTempDirectory("parallax-benchmark");
            server = LocalPostgres.start(folder.resolve("data"), freePort(), List.of(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a PostgreSQL", e);
        }
        source.setJdbcUrl(server.url(NAME));
        source.setUsername("postgres");
        source.setConnectionInitSql(shipped("spring.datasource.hikari.connection-init-sql"));
        Flyway.configure().dataSource(source).load().migrate();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(source)));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(
                StoreSettings.class, () -> new StoreSettings(DataSize.ofMegabytes(64), DataSize.ofMegabytes(32)));
        // what nobody asks for, such as the restoration from Kafka, is not made
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.scan(StoryStore.class.getPackageName());
        context.refresh();
    }

    /** A setting of enrich's, as it is shipped. */
    private static String shipped(String name) {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml", StoryStore.class.getClassLoader()));
        return Objects.requireNonNull(
                Objects.requireNonNull(settings.getObject()).getProperty(name), name);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    StoryStore store() {
        return context.getBean(StoryStore.class);
    }

    Library library() {
        return context.getBean(Library.class);
    }

    /** In one transaction. */
    void write(Consumer<JdbcTemplate> work) {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> work.accept(new JdbcTemplate(source)));
    }

    String setting(String name) {
        return name + " "
                + context.getBean(JdbcClient.class)
                        .sql("show " + name)
                        .query(String.class)
                        .single();
    }

    /** How many articles there are. */
    int articles() {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from article")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        source.close();
        server.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("not deleted: " + folder, e);
        }
    }
}
