package org.postern.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.diagnosis.internal.BuiltInRules;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules as plug-ins contribute them, ours among them. */
class RegistryRulesTest {

    private static final String BUNDLE = "bundles/org.postern.diagnosis/";

    private final Object key = new Object();
    private final List<String> reported = new ArrayList<>();
    private IExtensionRegistry registry;
    private RegistryRules rules;

    @BeforeEach
    void install() throws Exception {
        registry = RegistryFactory.createRegistry(OwnClasses.strategy(), key, key);
        contribute(
                "org.postern.diagnosis", Files.readString(CausesTest.file(BUNDLE + "plugin.xml")));
        rules = new RegistryRules(registry, (id, e) -> reported.add(id));
    }

    @AfterEach
    void stop() {
        registry.stop(key);
    }

    @Test
    void oursAreTheBuiltInOnes() {
        List<String> declared = rules.get().stream().map(RegistryRulesTest::told).sorted().toList();
        List<String> builtIn =
                BuiltInRules.all().stream().map(RegistryRulesTest::told).sorted().toList();
        assertEquals(builtIn, declared);
        assertEquals(List.of(), reported);
    }

    private static String told(RankedRule each) {
        return each.rank() + " " + each.id() + " " + each.rule().getClass().getName();
    }

    @Test
    void aThirdPartyIsHeardFirstWhenItsRankIsLower() {
        String before = cause();
        contribute("com.example", rule("com.example.tunnel", "100", TunnelRule.class.getName()));
        assertEquals("refused-ssl-port", before);
        assertEquals("com.example.tunnel-closed", cause());
    }

    @Test
    void aThirdPartysRuleIsMadeOnce() {
        contribute("com.example", rule("com.example.tunnel", "100", TunnelRule.class.getName()));
        assertSame(tunnel(), tunnel());
    }

    private Rule tunnel() {
        return rules.get().stream()
                .filter(each -> each.id().equals("com.example.tunnel"))
                .findFirst()
                .orElseThrow()
                .rule();
    }

    @Test
    void whatCannotBeLoadedOrRankedIsPassedOverAndReportedOnce() {
        contribute("com.example", rule("gone", "100", "com.example.Gone"));
        contribute("com.example.more", rule("odd", "first", TunnelRule.class.getName()));
        rules.get();
        assertEquals(BuiltInRules.all().size(), rules.get().size());
        assertEquals(List.of("gone", "odd"), reported.stream().sorted().toList());
    }

    @Test
    void theExampleOfTheSchemaIsSound() throws Exception {
        String schema = Files.readString(CausesTest.file(BUNDLE + "schema/rules.exsd"));
        Matcher example = Pattern.compile("(?s)&lt;pre&gt;(.*)&lt;/pre&gt;").matcher(schema);
        assertTrue(example.find(), "there is an example");
        contribute(
                "com.example",
                "<plugin>"
                        + example.group(1)
                                .replace("&lt;", "<")
                                .replace("&gt;", ">")
                                .replace("&quot;", "\"")
                                .replace("com.example.TunnelRule", TunnelRule.class.getName())
                        + "</plugin>");
        assertEquals("com.example.tunnel-closed", cause());
        Matcher basedOn = Pattern.compile("basedOn=\":([^\"]+)\"").matcher(schema);
        assertTrue(basedOn.find());
        assertSame(Rule.class, Class.forName(basedOn.group(1)));
    }

    private String cause() {
        Failure failure = new Failure.Refused(Failures.PEER);
        return new Rules(rules, (id, e) -> reported.add(id))
                .cause(SomeFacts.of(Optional.of(failure)))
                .cause();
    }

    private static String rule(String id, String rank, String type) {
        return "<plugin><extension point=\"%s\"><rule id=\"%s\" rank=\"%s\" class=\"%s\"/></extension></plugin>"
                .formatted(RegistryRules.POINT, id, rank, type);
    }

    private void contribute(String bundle, String xml) {
        assertTrue(
                registry.addContribution(
                        new ByteArrayInputStream(xml.getBytes(UTF_8)),
                        ContributorFactorySimple.createContributor(bundle),
                        false,
                        bundle,
                        null,
                        key),
                xml);
    }
}
