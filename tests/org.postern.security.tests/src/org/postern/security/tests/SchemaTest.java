package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

/** The extension points are described well enough to be used without our sources. */
class SchemaTest {

    @ParameterizedTest
    @CsvSource({
        "portPolicies, org.postern.security.PortPolicy",
        "connectionPolicies, org.postern.security.ConnectionPolicy"
    })
    void everyBasedOnNamesAnInterfaceThatCanBeLoaded(String point, String type) throws Exception {
        List<String> names = new ArrayList<>();
        for (Element each : elements(point, "meta.attribute")) {
            if ("java".equals(each.getAttribute("kind"))) {
                names.add(each.getAttribute("basedOn"));
            }
        }
        assertEquals(List.of(":" + type), names);
        assertTrue(Class.forName(type).isInterface());
    }

    @ParameterizedTest
    @ValueSource(strings = {"portPolicies", "connectionPolicies"})
    void everyAttributeOfAPolicyIsDescribed(String point) throws Exception {
        for (Element each : elements(point, "attribute")) {
            Element owner = (Element) each.getParentNode().getParentNode();
            if (!owner.getAttribute("name").equals("extension")) {
                assertFalse(text(each).isBlank(), () -> each.getAttribute("name"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"portPolicies", "connectionPolicies"})
    void theExampleIsAnExtensionOfThePoint(String point) throws Exception {
        String example = "";
        for (Element each : elements(point, "meta.section")) {
            if (each.getAttribute("type").equals("examples")) {
                example = text((Element) each.getParentNode().getParentNode());
            }
        }
        int begin = example.indexOf("<extension");
        int end = example.indexOf("</extension>") + "</extension>".length();
        Document extension = parse(example.substring(begin, end).getBytes());
        assertEquals(
                "org.postern.security." + point,
                extension.getDocumentElement().getAttribute("point"));
    }

    private static String text(Element annotated) {
        return annotated.getElementsByTagName("documentation").item(0).getTextContent();
    }

    private static List<Element> elements(String point, String tag) throws Exception {
        NodeList found = parse(Files.readAllBytes(schema(point))).getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        assertFalse(elements.isEmpty(), tag);
        return elements;
    }

    private static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
    }

    /** Tests run somewhere below the top of the tree. */
    private static Path schema(String point) {
        Path file = Path.of("bundles/org.postern.security/schema/" + point + ".exsd");
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(file)) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder.resolve(file);
    }
}
