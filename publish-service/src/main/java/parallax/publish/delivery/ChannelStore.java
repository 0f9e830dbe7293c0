package parallax.publish.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import parallax.publish.catalog.Cursor;
import parallax.publish.catalog.DatabaseLock;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.register.AddresseeChanged;

/** The channels that are registered. */
@Repository
public class ChannelStore {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChannelStore(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Keeps channels from being added until the transaction ends. */
    void hold() {
        DatabaseLock.CHANNELS.share(jdbc);
    }

    /** Adds a channel, in the caller's transaction; empty if there is one of that id, or of that kind and name. */
    public Optional<StoredChannel> add(String id, String kind, String name, String config) {
        DatabaseLock.CHANNELS.take(jdbc);
        int added = jdbc.sql("""
                        insert into channel (id, kind, name, config, created_at)
                        values (:id, :kind, :name, :config::jsonb, :now) on conflict do nothing
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("name", name)
                .param("config", config)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        events.publishEvent(new AddresseeChanged(id));
        return byId(id);
    }

    /** Puts a channel back as it was, if there is none of that id, or of that kind and name. */
    void restore(StoredChannel channel) {
        jdbc.sql("""
                        insert into channel (id, kind, name, config, active, note, created_at)
                        values (:id, :kind, :name, :config::jsonb, :active, :note, :created) on conflict do nothing
                        """)
                .param("id", channel.id())
                .param("kind", channel.kind())
                .param("name", channel.name())
                .param("config", channel.config())
                .param("active", channel.active())
                .param("note", channel.note())
                .param("created", channel.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All there are, of whatever kind. */
    List<StoredChannel> all() {
        return jdbc.sql("select * from channel order by id")
                .query(ChannelStore::channel)
                .list();
    }

    /** Of the kinds, newest first, page by page. */
    public Page<StoredChannel> list(Collection<String> kinds, PageRequest asked) {
        List<StoredChannel> found = jdbc.sql("""
                        select * from channel where kind in (:kinds) and (created_at, id) < (:time, :after)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("kinds", kinds)
                .param("time", asked.after().time().atOffset(ZoneOffset.UTC))
                .param("after", asked.after().id())
                .param("limit", asked.toFind())
                .query(ChannelStore::channel)
                .list();
        return Page.of(found, asked, channel -> new Cursor(channel.createdAt(), channel.id()));
    }

    /** One, by its id. */
    public Optional<StoredChannel> byId(String id) {
        return jdbc.sql("select * from channel where id = :id")
                .param("id", id)
                .query(ChannelStore::channel)
                .optional();
    }

    /** One, by what it is called among its kind. */
    public Optional<StoredChannel> byName(String kind, String name) {
        return jdbc.sql("select * from channel where kind = :kind and name = :name")
                .param("kind", kind)
                .param("name", name)
                .query(ChannelStore::channel)
                .optional();
    }

    /** Removes it with its deliveries, also those under way; what it was given stays where it is. */
    @Transactional
    public void delete(String id) {
        // What is locked together is locked in the order in which attempts do it: the lane, then the delivery.
        DatabaseLock.CHANNELS.take(jdbc);
        for (String sql : List.of(
                "select id from channel where id = :id for update",
                "delete from lane where channel_id = :id returning story_id",
                "delete from channel where id = :id returning id")) {
            jdbc.sql(sql).param("id", id).query(String.class).list();
        }
        events.publishEvent(new AddresseeChanged(id));
    }

    /** Changes what its kind stored of it, in the caller's transaction. */
    public void configure(String id, String config) {
        jdbc.sql("update channel set config = :config::jsonb where id = :id")
                .param("id", id)
                .param("config", config)
                .update();
        events.publishEvent(new AddresseeChanged(id));
    }

    /** Switches it on again, or off because a person wants it so. */
    @Transactional
    public void switchTo(String id, boolean active) {
        jdbc.sql("update channel set active = :active, note = :note where id = :id and active <> :active")
                .param("id", id)
                .param("active", active)
                .param("note", active ? null : "switched off by a person")
                .update();
        events.publishEvent(new AddresseeChanged(id));
    }

    @Transactional
    void disable(String id, String note) {
        jdbc.sql("update channel set active = false, note = :note where id = :id")
                .param("id", id)
                .param("note", note)
                .update();
        events.publishEvent(new AddresseeChanged(id));
    }

    private static StoredChannel channel(ResultSet row, int number) throws SQLException {
        return new StoredChannel(
                row.getString("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("config"),
                row.getBoolean("active"),
                row.getString("note"),
                row.getTimestamp("created_at").toInstant());
    }
}
