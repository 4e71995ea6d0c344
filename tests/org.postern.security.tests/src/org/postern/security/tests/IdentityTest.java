package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.core.CertificateProblem;
import org.postern.security.CertificateJudge;
import org.postern.security.CertificateReport;
import org.postern.security.ReferenceHost;
import org.postern.security.TrustAnchors;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who a certificate is made out to: RFC 9525 as RFC 7817 and RFC 8314 apply it to mail. */
class IdentityTest {

    private static final Forge CA = Forge.root("Root");
    private static final TrustAnchors ANCHORS = TrustAnchors.of(CA.certificate());

    private final CertificateJudge judge = new CertificateJudge(() -> ANCHORS);

    /** RFC 9525 §6.3. */
    @ParameterizedTest
    @CsvSource({
        "mail.example.org, mail.example.org",
        "MAIL.Example.org, mail.example.ORG",
        "mail.example.org, mail.example.org.",
    })
    void aDnsIdMatchesWithoutRegardToCase(String presented, String host) {
        accepted(Wish.named("CN=x").withNames(presented), host);
    }

    /** RFC 9525 §6.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "a.mail.example.org",
                "xmail.example.org",
                "mail.example.or",
                "mail.example.org.evil.com",
                "mail-example.org"
            })
    void aDnsIdMatchesNothingElse(String host) {
        refused(Wish.named("CN=x").withNames("mail.example.org"), host);
    }

    /** RFC 9525 §2, §6.1: the common name is no identifier. */
    @Test
    void theCommonNameIsNeverLookedAt() {
        refused(Wish.named("CN=mail.example.org"), "mail.example.org");
        refused(
                Wish.named("CN=mail.example.org").withNames("other.example.org"),
                "mail.example.org");
        refused(Wish.named("CN=192.0.2.1"), "192.0.2.1");
    }

    /** RFC 9525 §6.5: nothing here makes URI-IDs reference identifiers. */
    @Test
    void aUriIdIsNeverLookedAt() {
        var uri = GeneralName.uniformResourceIdentifier;
        refused(with(new GeneralName(uri, "imaps://mail.example.org")), "mail.example.org");
        refused(with(new GeneralName(uri, "mail.example.org")), "mail.example.org");
    }

    /** RFC 7817 §3: SRV-IDs are for clients that look up SRV records, which this one does not. */
    @Test
    void anSrvIdIsNeverLookedAt() {
        ASN1Encodable name = new DERIA5String("_imaps.mail.example.org");
        ASN1Encodable[] parts = {
            new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.7"), new DERTaggedObject(true, 0, name)
        };
        GeneralName srv = new GeneralName(GeneralName.otherName, new DERSequence(parts));
        refused(with(srv), "mail.example.org");
    }

    /** RFC 9525 §2: neither mail addresses nor directory names are identifiers of servers. */
    @Test
    void mailAddressesAndDirectoryNamesAreNeverLookedAt() {
        refused(
                with(new GeneralName(GeneralName.rfc822Name, "mail.example.org")),
                "mail.example.org");
        refused(with(new GeneralName(new X500Name("CN=mail.example.org"))), "mail.example.org");
    }

    /** RFC 9525 §6.3. */
    @ParameterizedTest
    @CsvSource({
        "*.example.org, mail.example.org, true",
        "*.EXAMPLE.org, mail.example.org, true",
        "*.example.org, example.org, false",
        "*.example.org, a.b.example.org, false",
        "*.example.org, mail.example.org.evil.com, false",
    })
    void aWildcardStandsForExactlyOneLabel(String presented, String host, boolean matches) {
        assertMatches(presented, host, matches);
    }

    /** RFC 9525 §6.3 point 1 and 2. */
    @ParameterizedTest
    @CsvSource({
        "ma*.example.org, mail.example.org",
        "*il.example.org, mail.example.org",
        "m*l.example.org, mail.example.org",
        "mail.*.org, mail.example.org",
        "*.*.org, mail.example.org",
        "*mail.example.org, mail.example.org",
        "**.example.org, mail.example.org",
        "xn--*.example.org, xn--bcher-kva.example.org",
    })
    void aWildcardIsOnlyTheWholeLeftMostLabel(String presented, String host) {
        assertMatches(presented, host, false);
    }

    /** RFC 9525 §6.3, RFC 6125 §7.2: a wildcard for all that a registry gives away. */
    @ParameterizedTest
    @CsvSource({
        "*.org, example.org, false",
        "*.localdomain, mail.localdomain, false",
        "*.co.uk, example.co.uk, false",
        "*.com.au, example.com.au, false",
        "*.xn--55qx5d.cn, example.xn--55qx5d.cn, false",
        "*.anything.ck, mail.anything.ck, false",
        "*.www.ck, mail.www.ck, true",
        "*.example.co.uk, mail.example.co.uk, true",
        "*.github.io, mail.github.io, true",
        "*.corp.localdomain, mail.corp.localdomain, true",
    })
    void aWildcardNeverStandsBeforeAPublicSuffix(String presented, String host, boolean matches) {
        assertMatches(presented, host, matches);
    }

    @Test
    void aWildcardAloneMatchesNothing() {
        assertMatches("*", "localhost", false);
        assertMatches("*.", "localhost", false);
        assertMatches("*.", "localhost.", false);
    }

    /** RFC 9525 §6.4. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8::1, 2001:db8::1, true",
        "2001:db8::1, 2001:DB8:0:0:0:0:0:1, true",
        "2001:db8::1, 2001:db8::2, false",
    })
    void anIpIdMatchesItsAddressAlone(String presented, String host, boolean matches) {
        Wish wish = with(new GeneralName(GeneralName.iPAddress, presented));
        assertEquals(matches, judged(wish, host).accepted());
    }

    /** RFC 9525 §6.4: octet for octet, so that four never equal sixteen. */
    @Test
    void anAddressThatIsMappedIntoIpv6IsAnotherOne() {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(new byte[] {(byte) 192, 0, 2, 1}, 0, mapped, 12, 4);
        refused(with(address(mapped)), "192.0.2.1");
        accepted(with(address(mapped)), "::ffff:192.0.2.1");
        refused(with(address(new byte[] {(byte) 192, 0, 2, 1})), "::ffff:192.0.2.1");
    }

    /** RFC 5280 §4.2.1.6: eight octets are a network, which is for name constraints. */
    @Test
    void aNetworkIsNoAddress() {
        refused(with(address(new byte[] {127, 0, 0, 1, -1, -1, -1, -1})), "127.0.0.1");
    }

    /** RFC 9525 §6.2, §6.4. */
    @Test
    void anAddressIsNotLookedForAmongDnsIds() {
        refused(Wish.named("CN=x").withNames("192.0.2.1"), "192.0.2.1");
        refused(Wish.named("CN=x").withNames("*.0.2.1"), "192.0.2.1");
    }

    @Test
    void aNameIsNotLookedForAmongIpIds() {
        refused(with(new GeneralName(GeneralName.iPAddress, "127.0.0.1")), "localhost");
    }

    /** As in CVE-2009-2408. */
    @Test
    void aNameWithAZeroOctetMatchesNothing() {
        refused(Wish.named("CN=x").withNames("mail.example.org\0.evil.com"), "mail.example.org");
        refused(Wish.named("CN=x").withNames("mail.example.org\0"), "mail.example.org");
    }

    /** RFC 5280 §4.2.1.6: the preferred name syntax has no dot at the end. */
    @Test
    void aPresentedNameWithTheDotOfTheRootMatchesNothing() {
        assertMatches("mail.example.org.", "mail.example.org", false);
        assertMatches("mail.example.org.", "mail.example.org.", false);
    }

    /** RFC 9525 §6.3 with RFC 5890: A-labels are compared, whatever the user typed. */
    @ParameterizedTest
    @CsvSource({
        "xn--bcher-kva.example, b\u00fccher.example, true",
        "xn--bcher-kva.example, XN--BCHER-KVA.example, true",
        "*.xn--bcher-kva.example, mail.b\u00fccher.example, true",
        "bucher.example, b\u00fccher.example, false",
    })
    void internationalNamesAreComparedAsALabels(String presented, String host, boolean matches) {
        assertMatches(presented, host, matches);
    }

    @Test
    void aNameInLettersThatDnsDoesNotHaveMatchesNothing() {
        GeneralName raw =
                new GeneralName(GeneralName.dNSName, new DERIA5String("b\u00fccher.example"));
        refused(with(raw), "b\u00fccher.example");
    }

    @Test
    void everyOneOfManyNamesCounts() {
        String[] names =
                IntStream.range(0, 100)
                        .mapToObj(i -> "m" + i + ".example.org")
                        .toArray(String[]::new);
        accepted(Wish.named("CN=x").withNames(names), "m99.example.org");
        refused(Wish.named("CN=x").withNames(names), "m100.example.org");
    }

    @Test
    void aCertificateWithoutASubjectIsJudgedByItsNames() {
        accepted(Wish.named("").withNames("mail.example.org"), "mail.example.org");
    }

    @Test
    void theNamesThatItHasAreToldAndTheOthersAreNot() {
        Wish wish = Wish.named("CN=common.example.org").withNames("a.example.org", "b.example.org");
        CertificateReport report = judged(wish, "mail.example.org");
        assertEquals(List.of("a.example.org", "b.example.org"), report.names());
    }

    private static GeneralName address(byte[] octets) {
        return new GeneralName(GeneralName.iPAddress, new DEROctetString(octets));
    }

    private static Wish with(GeneralName name) {
        return Wish.named("CN=x").with(name);
    }

    private void assertMatches(String presented, String host, boolean matches) {
        CertificateReport report = judged(Wish.named("CN=x").withNames(presented), host);
        assertEquals(matches, report.accepted(), () -> presented + " for " + host);
    }

    private void accepted(Wish wish, String host) {
        assertEquals(List.of(), judged(wish, host).findings(), host);
    }

    private void refused(Wish wish, String host) {
        assertEquals(
                Optional.of(CertificateProblem.WRONG_HOST), judged(wish, host).problem(), host);
    }

    private CertificateReport judged(Wish wish, String host) {
        return judge.judge(List.of(CA.certify(wish)), ReferenceHost.of(host));
    }
}
