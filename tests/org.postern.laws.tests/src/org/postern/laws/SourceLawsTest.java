package org.postern.laws;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The laws that can be seen in Java sources. */
class SourceLawsTest {

    private static final String SHELL_AND_ENGINE =
            "org.postern.ui org.postern.app org.postern.sync org.postern.store org.postern.account"
                    + " org.postern.diagnosis org.postern.cli";

    @Test
    void law1OnlyTheConnectorOpensSockets() {
        Law.forbids(
                        "a socket is opened outside org.postern.net",
                        "new (Server|SSL)?Socket\\(|(Server)?SocketChannel\\.open|SocketFactory\\.getDefault|HttpClient\\.new|\\.openStream\\(\\)|\\.openConnection\\(|new"
                                + " DatagramSocket")
                .check(allBut("org.postern.net", "org.postern.demo"), "x = new Socket(host, 1);");
    }

    /** RFC 8314 §5.1: where mail comes from is the user's word, not that of an unsigned DNS. */
    @Test
    void noServerIsFoundByRecordsOfDns() {
        Law.forbids(
                        "a server is looked up by service records",
                        "javax\\.naming|DirContext|_(imaps?|pop3s?)\\._tcp|dnsjava|xbill")
                .check(everyBundle(), "import javax.naming.directory.InitialDirContext;");
    }

    @Test
    void law2OnlyTheShellKnowsTheWindowSystem() {
        Law.forbids(
                        "a bundle without a window imports SWT, JFace or the workbench",
                        "import (static )?org\\.eclipse\\.(swt|jface|ui|e4\\.ui)\\.")
                .check(allBut("org.postern.ui", "org.postern.app"), "import org.eclipse.swt.SWT;");
    }

    @Test
    void law3ViewsNeverWaitForANetwork() {
        Law.forbids(
                        "the shell opens a session or connects by itself",
                        "org\\.postern\\.net\\.(Connector|SocketConnector)|org\\.postern\\.transport\\.(MailSession|Transport)\\b|\\.open\\(request")
                .check(sources("org.postern.ui"), "import org.postern.net.Connector;");
    }

    @Test
    void law4TheShellAndTheEngineKnowNoProtocol() {
        Law.forbids(
                        "the shell or the engine names a protocol or one of its ports",
                        "(?i)\"(imaps?|pops?|pop3s?|smtps?)\"|\\b(993|995|143|110)\\b|org\\.postern\\.(imap|pop3|smtp)\\b")
                .check(sources(SHELL_AND_ENGINE.split(" ")), "if (id.equals(\"imaps\")) {");
    }

    /** The credential store speaks to libraries that know strings only; the demo's are made up. */
    @Test
    void law7NoSecretIsTakenAsText() {
        Law.forbids(
                        "a password is kept or passed as a String",
                        "String (password|secret|passphrase)\\b\\s*[,;)=]|new"
                                + " String\\((password|secret)")
                .check(
                        allBut("org.postern.demo", "org.postern.credentials"),
                        "void login(String user, String password)");
    }

    @Test
    void noExceptionIsSwallowed() {
        Law.forbids("an exception is caught and nothing is said", "catch \\([^)]*\\)\\s*\\{\\s*\\}")
                .check(everything(), "try { x(); } catch (IOException e) { }");
    }

    @Test
    void noCheckOfCertificatesIsSwitchedOff() {
        Law.forbids(
                        "a check of certificates or host names is switched off",
                        "TrustAll|trustAll|ALLOW_ALL|checkserveridentity|NoopHostname|setHostnameVerifier")
                .check(everyBundle(), "new TrustAllManager()");
    }

    @Test
    void noTestSleepsOrIsSwitchedOff() {
        Law.forbids(
                        "a test sleeps or is switched off",
                        "Thread\\.sleep|@Dis" + "abled|Assump" + "tions\\.")
                .check(
                        Tree.files(Tree.root().resolve("tests"), ".java").stream()
                                .filter(f -> !f.name().contains("org.postern.laws.tests"))
                                .toList(),
                        "Thread.sleep(5);");
    }

    private static List<SourceFile> everyBundle() {
        return allBut();
    }

    private static List<SourceFile> everything() {
        List<SourceFile> all = new ArrayList<>(everyBundle());
        Tree.files(Tree.root().resolve("tests"), ".java").stream()
                .filter(f -> !f.name().contains("org.postern.laws.tests"))
                .forEach(all::add);
        return all;
    }

    private static List<SourceFile> allBut(String... excepted) {
        List<String> names = List.of(excepted);
        return Tree.bundles().stream()
                .map(bundle -> bundle.getFileName().toString())
                .filter(bundle -> !names.contains(bundle))
                .flatMap(bundle -> Tree.java(bundle).stream())
                .toList();
    }

    private static List<SourceFile> sources(String... bundles) {
        return Stream.of(bundles).flatMap(bundle -> Tree.java(bundle).stream()).toList();
    }
}
