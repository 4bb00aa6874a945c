package io.platformapi.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate and its key in two files of text (RFC 7468), read again when one has changed. What cannot be read
 * leaves what was before. Safe for many threads.
 */
final class TlsFiles implements Supplier<SSLContext> {

    private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);
    private static final long LOOK = Duration.ofSeconds(1).toNanos();
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private final Path certificate;
    private final Path key;
    private List<FileTime> changed;
    private SSLContext context;
    private long looked = System.nanoTime();

    /** @throws UnusableSetting if there is no certificate with its key */
    TlsFiles(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
        try {
            this.changed = times();
            this.context = read();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableSetting(problem(e));
        }
    }

    private String problem(Exception failure) {
        String reason = failure instanceof IOException ? "cannot be read" : String.valueOf(failure.getMessage());
        return certificate + " and " + key + " have to be a certificate and its key, as text (BEGIN CERTIFICATE, BEGIN"
                + " PRIVATE KEY): " + reason;
    }

    private List<FileTime> times() throws IOException {
        return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
    }

    @Override
    public synchronized SSLContext get() {
        long now = System.nanoTime();
        if (now - looked > LOOK) {
            looked = now;
            readIfChanged();
        }
        return context;
    }

    private void readIfChanged() {
        try {
            List<FileTime> times = times();
            if (!times.equals(changed)) {
                changed = times;
                context = read();
                LOG.info("the certificate is read again from {}", certificate);
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("the certificate from before goes on: {}", problem(e));
        }
    }

    private SSLContext read() throws IOException, GeneralSecurityException {
        byte[] chain = Files.readAllBytes(certificate);
        Certificate[] certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(chain))
                .toArray(Certificate[]::new);
        if (certificates.length == 0) {
            throw new GeneralSecurityException("there is no certificate");
        }
        PublicKey known = certificates[0].getPublicKey();
        PrivateKey secret = secret(known.getAlgorithm());
        if (!belongTogether(known, secret)) {
            throw new GeneralSecurityException("the key is not that of the certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", secret, new char[0], certificates);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, new char[0]);
        SSLContext read = SSLContext.getInstance("TLS");
        read.init(managers.getKeyManagers(), null, null);
        return read;
    }

    /** What the one signs, the other knows. */
    private static boolean belongTogether(PublicKey known, PrivateKey secret) throws GeneralSecurityException {
        String algorithm = SIGNATURES.get(known.getAlgorithm());
        if (algorithm == null) {
            return true;
        }
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(secret);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        try {
            return signature.verify(signed);
        } catch (SignatureException ofAnotherLength) {
            return false;
        }
    }

    private PrivateKey secret(String algorithm) throws IOException, GeneralSecurityException {
        Matcher found = KEY.matcher(Files.readString(key, StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            throw new GeneralSecurityException("there is no key without a password (openssl pkcs8 -topk8 -nocrypt)");
        }
        byte[] der = Base64.getMimeDecoder().decode(found.group(1));
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException e) {
            throw new GeneralSecurityException("the key is not that of the certificate", e);
        }
    }
}
