package io.platformapi.bench;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever holds an API key, by the tables that our server has. */
@Component
class KeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final JdbcTemplate jdbc;

    KeyFilter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String credential = request.getHeader("Authorization");
        Set<String> client = new HashSet<>();
        Set<UUID> contacts = new HashSet<>();
        if (credential != null && credential.startsWith(BEARER)) {
            jdbc.query(
                    "select k.client, c.contact_id from client_keys k left join client_key_contacts c"
                            + " on c.key_hash = k.key_hash where k.key_hash = ?"
                            + " and (k.expires is null or k.expires > current_timestamp)",
                    row -> {
                        client.add(row.getString(1));
                        contacts.add(row.getObject(2, UUID.class));
                    },
                    hash(credential.substring(BEARER.length())));
        }
        if (client.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        request.setAttribute(Caller.ATTRIBUTE, new Caller(client.iterator().next(), contacts));
        chain.doFilter(request, response);
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
