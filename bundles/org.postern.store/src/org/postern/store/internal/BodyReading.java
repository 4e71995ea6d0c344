package org.postern.store.internal;

import org.postern.store.MessageId;
import org.postern.store.internal.BodyTable.Body;
import org.postern.store.internal.pack.DamagedEntry;
import org.postern.store.internal.pack.PackEntry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Opens bodies. One that turns out damaged is marked as missing, to be fetched again. */
final class BodyReading {

    private static final Logger LOG = System.getLogger(BodyReading.class.getName());

    private final StoreRoot root;

    BodyReading(StoreRoot root) {
        this.root = root;
    }

    Optional<InputStream> open(MessageId id) throws SQLException, IOException {
        Optional<Body> body = find(id);
        while (body.isPresent()) {
            PackEntry entry = body.get().entry();
            try {
                return Optional.of(new Watched(root.packs().folder().open(entry), body.get()));
            } catch (DamagedEntry e) {
                damaged(body.get(), e);
                return Optional.empty();
            } catch (NoSuchFileException e) {
                body = find(id);
                if (body.filter(now -> now.entry().equals(entry)).isPresent()) {
                    damaged(body.get(), e);
                    return Optional.empty();
                }
            } // else it was moved to another pack since we looked
        }
        return Optional.empty();
    }

    private Optional<Body> find(MessageId id) throws SQLException {
        return root.ask(link -> BodyTable.ofMessage(link, id.value())).flatMap(found -> found);
    }

    private void damaged(Body body, IOException why) {
        LOG.log(Logger.Level.WARNING, Messages.format("body.damaged", body.entry().pack()), why);
        try {
            new Losses(root).lost(List.of(body.id()));
        } catch (SQLException | IOException e) {
            LOG.log(Logger.Level.WARNING, "marking a damaged message", e);
        }
    }

    /** Hears of damage that shows only when the bytes are read. */
    private final class Watched extends FilterInputStream {

        private final Body body;

        Watched(InputStream in, Body body) {
            super(in);
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (DamagedEntry e) {
                damaged(body, e);
                throw e;
            }
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            try {
                return super.read(bytes, from, count);
            } catch (DamagedEntry e) {
                damaged(body, e);
                throw e;
            }
        }
    }
}
