package org.postern.sync.internal;

import org.postern.core.AccountId;
import org.postern.core.BindingProblem;
import org.postern.core.CertificateProblem;
import org.postern.core.ClientCertificateProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Hosts;
import org.postern.core.Port;
import org.postern.core.Speaks;
import org.postern.core.Step;

import java.io.ByteArrayInputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failure as readable entries, so that the reason can be shown again after a restart. Works over
 * the components of the failure's record, whichever it is: a new kind of failure needs nothing here
 * as long as its components are of known types.
 */
public final class FailureText {

    private FailureText() {}

    /** The entries {@code kind} and one or more for each component. */
    public static Map<String, String> write(Failure failure) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("kind", failure.getClass().getSimpleName());
        try {
            for (RecordComponent component : failure.getClass().getRecordComponents()) {
                put(entries, component.getName(), component.getAccessor().invoke(failure));
            }
        } catch (ReflectiveOperationException | GeneralSecurityException e) {
            throw new IllegalStateException("a failure that cannot be written", e);
        }
        return entries;
    }

    private static void put(Map<String, String> entries, String key, Object value)
            throws GeneralSecurityException {
        switch (value) {
            case Optional<?> optional -> {
                if (optional.isPresent()) {
                    put(entries, key, optional.get());
                }
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    put(entries, key + "." + i, list.get(i));
                }
            }
            case X509Certificate certificate ->
                    entries.put(key, Base64.getEncoder().encodeToString(certificate.getEncoded()));
            case Endpoint endpoint ->
                    entries.put(key, endpoint.host() + " " + endpoint.port().number());
            default -> entries.put(key, value.toString());
        }
    }

    /**
     * @return empty when the entries make no failure that this version knows
     */
    public static Optional<Failure> read(Map<String, String> entries) {
        return Arrays.stream(Failure.class.getPermittedSubclasses())
                .filter(type -> type.getSimpleName().equals(entries.get("kind")))
                .findFirst()
                .flatMap(type -> read(type, entries));
    }

    private static Optional<Failure> read(Class<?> type, Map<String, String> entries) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = get(entries, components[i].getName(), components[i].getGenericType());
            }
            return Optional.of((Failure) type.getConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException
                | GeneralSecurityException
                | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Object get(Map<String, String> entries, String key, Type type)
            throws GeneralSecurityException {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return entries.containsKey(key)
                        ? Optional.of(get(entries, key, element))
                        : Optional.empty();
            }
            List<Object> list = new ArrayList<>();
            while (entries.containsKey(key + "." + list.size())) {
                list.add(get(entries, key + "." + list.size(), element));
            }
            return list;
        }
        return single(entries.get(key), (Class<?>) type);
    }

    private static Object single(String text, Class<?> type) throws GeneralSecurityException {
        if (text == null) {
            throw new IllegalArgumentException("an entry is missing");
        }
        return switch (type.getSimpleName()) {
            case "String" -> text;
            case "int" -> Integer.valueOf(text);
            case "Duration" -> Duration.parse(text);
            case "Endpoint" -> endpoint(text);
            case "AccountId" -> new AccountId(text);
            case "Step" -> Step.valueOf(text);
            case "Speaks" -> Speaks.valueOf(text);
            case "ClientCertificateProblem" -> ClientCertificateProblem.valueOf(text);
            case "BindingProblem" -> BindingProblem.valueOf(text);
            case "CertificateProblem" -> CertificateProblem.valueOf(text);
            case "X509Certificate" -> certificate(text);
            default -> throw new IllegalArgumentException("an unknown type: " + type);
        };
    }

    private static Endpoint endpoint(String text) {
        int blank = text.lastIndexOf(' ');
        return new Endpoint(
                Hosts.checked(text.substring(0, blank)),
                new Port(Integer.parseInt(text.substring(blank + 1))));
    }

    private static X509Certificate certificate(String text) throws GeneralSecurityException {
        byte[] der = Base64.getDecoder().decode(text);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}
